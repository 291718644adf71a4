import { useMemo, useState } from 'react';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import type { StoredCheckpoint, StoredRun } from '../../store/stored';
import { useCheckpointView } from '../../store/useCheckpointView';
import { useCheckpoints } from '../../store/useCheckpoints';
import { stepsPerEpoch } from '../../training/config';
import { StepSlider } from '../../ui/StepSlider';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { Explained } from './Explained';
import styles from './Explain.module.css';
import type { Wish } from './wish';

interface OfCheckpointProps {
  run: StoredRun;
  wish: Wish;
  onWish: (wish: Wish) => void;
}

/** By the weights that a run had at one of its checkpoints. */
export function OfCheckpoint({ run, wish, onWish }: OfCheckpointProps) {
  const words = useLaterWords().explain;
  const checkpoints = useCheckpoints(run);
  if (checkpoints.length === 0) return <p className={styles.muted}>{words.noneKept}</p>;
  return <AtCheckpoint run={run} checkpoints={checkpoints} wish={wish} onWish={onWish} />;
}

interface AtCheckpointProps extends OfCheckpointProps {
  /** By step; at least one. */
  checkpoints: readonly StoredCheckpoint[];
}

function AtCheckpoint({ run, checkpoints, wish, onWish }: AtCheckpointProps) {
  const laterWords = useLaterWords();
  /** Its step, because others may be thinned out meanwhile; null for the newest. */
  const [wanted, setWanted] = useState<number | null>(null);
  const found = checkpoints.findIndex(({ step }) => step === wanted);
  const index = found < 0 ? checkpoints.length - 1 : found;
  const { step } = checkpoints[index];
  const { view, problem } = useCheckpointView(run.key, step);
  const weights = useMemo(
    () => view && { by: 'view' as const, key: `${run.key} ${String(view.step)}` },
    [run.key, view],
  );
  const place = fill(laterWords.timeline.place, {
    step: formatCount(step),
    epoch: (step / stepsPerEpoch(run.config)).toFixed(2),
    number: formatCount(index + 1),
    count: formatCount(checkpoints.length),
  });

  return (
    <>
      <StepSlider
        label={laterWords.timeline.checkpoint}
        value={index}
        max={checkpoints.length - 1}
        text={place}
        onChange={(next) => setWanted(checkpoints[next].step)}
      />
      {problem ? (
        <p role="alert">{problemSentence(laterWords, problem)}</p>
      ) : (
        <Explained preset={run.config.preset} weights={weights} wish={wish} onWish={onWish} />
      )}
    </>
  );
}
