import { useId, useMemo, useState } from 'react';
import { planModel } from '../../model/plan';
import { presets } from '../../model/presets';
import type { TrainingConfig } from '../../training/config';
import type { StepInspection, WeightPlace } from '../../training/inspectStep';
import { nearestPlace } from '../../training/inspectStep';
import type { Notice } from '../../training/notices';
import { usualPlace } from '../../training/weightPlace';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { Formula } from './Formula';
import { LayerTable } from './LayerTable';
import { NoticeList } from './NoticeList';
import styles from './OptimizerPanel.module.css';
import { UpdateLine } from './UpdateLine';
import { WeightPicker } from './WeightPicker';

interface OptimizerPanelProps {
  /** Of the run on the page, or of the next one. */
  config: TrainingConfig;
  /** The step that was looked at last; null before one was. */
  inspection: StepInspection | null;
  notices: readonly Notice[];
  onPick: (place: WeightPlace) => void;
}

/** The optimizer, opened: its formula, the same with the numbers of one weight, and what it does to each layer. */
export function OptimizerPanel({ config, inspection, notices, onPick }: OptimizerPanelProps) {
  const words = useLaterWords().optimizer;
  const name = useWords().optimizers[config.optimizer];
  const headingId = useId();
  const plan = useMemo(() => planModel(presets[config.preset]), [config.preset]);
  const [picked, setPicked] = useState<WeightPlace | null>(null);

  const place = nearestPlace(plan, picked ?? inspection?.weight.place ?? usualPlace(plan));
  // Until a step with the weight that was just picked arrives, there are no numbers of it.
  const ofPlace = inspection && isSamePlace(inspection.weight.place, place) ? inspection : null;

  function pick(next: WeightPlace) {
    setPicked(next);
    onPick(next);
  }

  return (
    <section className={styles.panel} aria-labelledby={headingId}>
      <div className={styles.column}>
        <header>
          <h3 id={headingId}>{name}</h3>
          <p>{words.about[config.optimizer]}</p>
        </header>
        <WeightPicker plan={plan} place={place} onPick={pick} />
        <Formula config={config} inspection={ofPlace} />
        <UpdateLine
          optimizer={name}
          learningRate={inspection?.learningRate ?? config.learningRate}
          weight={ofPlace?.weight ?? null}
        />
      </div>
      <div className={styles.column}>
        <LayerTable plan={plan} inspection={inspection} />
        <NoticeList notices={notices} hasBegun={inspection !== null} />
      </div>
    </section>
  );
}

const isSamePlace = (a: WeightPlace, b: WeightPlace) => a.tensor === b.tensor && a.index === b.index;
