import { useState } from 'react';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatMegabytes } from '../../lib/formatMegabytes';
import { download, fileName } from '../../export/download';
import { useLab } from '../../store/hooks';
import type { StoredCheckpoint, StoredRun } from '../../store/stored';
import { useCheckpointView } from '../../store/useCheckpointView';
import { stepsPerEpoch } from '../../training/config';
import { Button } from '../../ui/Button';
import { StepSlider } from '../../ui/StepSlider';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { Filters } from './Filters';
import { Reading } from './Reading';
import { TestScore } from './TestScore';
import styles from './Timeline.module.css';

interface ScrubberProps {
  run: StoredRun;
  /** By step; at least one. */
  checkpoints: readonly StoredCheckpoint[];
}

/** A slider over the checkpoints of a run, and what the model was like at the chosen one. */
export function Scrubber({ run, checkpoints }: ScrubberProps) {
  const laterWords = useLaterWords();
  const words = laterWords.timeline;
  const { continueRun, checkpointFile } = useLab((state) => state);
  /** Its step, because others may be thinned out meanwhile; null until the visitor looks back, which takes some work. */
  const [wanted, setWanted] = useState<number | null>(null);
  const found = checkpoints.findIndex(({ step }) => step === wanted);
  const index = found < 0 ? checkpoints.length - 1 : found;
  const { step, byteCount } = checkpoints[index];
  const { view, problem } = useCheckpointView(run.key, wanted === null ? null : step);

  const perEpoch = stepsPerEpoch(run.config);
  const place = fill(words.place, {
    step: formatCount(step),
    epoch: (step / perEpoch).toFixed(2),
    number: formatCount(index + 1),
    count: formatCount(checkpoints.length),
  });

  async function save() {
    const file = await checkpointFile(run.key, step);
    if (file) download(fileName(run, 'gradpad'), new Blob([file.slice()]));
  }

  return (
    <>
      <StepSlider
        label={words.checkpoint}
        value={index}
        max={checkpoints.length - 1}
        text={place}
        onChange={(next) => setWanted(checkpoints[next].step)}
      />
      {problem && <p role="alert">{problemSentence(laterWords, problem)}</p>}
      <div className={styles.view}>
        {wanted === null ? (
          <p className={styles.empty}>{words.lookBack}</p>
        ) : (
          <>
            <Reading view={view} />
            <TestScore key={`${run.key} ${step}`} view={view} />
            <Filters preset={run.config.preset} view={view} />
          </>
        )}
      </div>
      <div className={styles.actions}>
        <Button onClick={() => continueRun(run.key, step)}>{words.continue}</Button>
        <Button look="quiet" onClick={() => void save()}>
          {fill(words.download, { size: formatMegabytes(byteCount) })}
        </Button>
      </div>
    </>
  );
}
