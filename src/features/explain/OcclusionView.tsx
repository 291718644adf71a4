import { useMemo, useState } from 'react';
import { Choice } from '../../ui/Choice';
import { Toolbar } from '../../ui/Toolbar';
import { useLaterWords } from '../../words/laterWords';
import styles from './Explain.module.css';
import { ValueFigure } from './ValueFigure';
import { pixelMap } from './pixelMap';
import type { ViewProps } from './viewProps';

type Measure = 'logits' | 'probability';

/** What is lost where paper covers the digit. */
export function OcclusionView({ body, digit }: Omit<ViewProps<'occlusion'>, 'pair'>) {
  const words = useLaterWords().explain;
  const [measure, setMeasure] = useState<Measure>('logits');
  const map = useMemo(
    () => pixelMap(measure === 'logits' ? body.logitDrops : body.probabilityDrops.map((drop) => 100 * drop)),
    [body, measure],
  );
  return (
    <div className={styles.stack}>
      <Toolbar>
        <Choice label={words.measure} value={measure} labels={words.measures} onChange={setMeasure} />
      </Toolbar>
      <ValueFigure
        title={words.occlusionMap}
        map={map}
        unit={measure === 'logits' ? words.logits : words.percentagePoints}
        ends={{ above: words.covered, below: words.uncovered }}
        digit={digit}
      />
    </div>
  );
}
