import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { useActions, useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import styles from './Result.module.css';

/** A rate that made training diverge is too large by more than a little. */
const SMALLER = 0.1;

/** Why the run is back at an earlier step, and how it can go on from there. */
export function Setback() {
  const words = useLaterWords();
  const { changeRate, resume } = useActions();
  const record = useApp(({ run }) => (run.status === 'paused' ? run.record : null));
  if (!record?.setback) return null;
  const step = record.losses.length;
  const smallerRate = Number((SMALLER * Number(record.setback.values.rate)).toPrecision(2));
  return (
    <div role="alert" className={styles.setback}>
      <p className={styles.failed}>{words.setback.title}</p>
      <p>{problemSentence(words, record.setback)}</p>
      <p>{fill(words.setback.back, { step: formatCount(step) })}</p>
      <Button
        onClick={() => {
          changeRate(smallerRate);
          resume();
        }}
      >
        {fill(words.setback.smallerRate, { rate: smallerRate })}
      </Button>
    </div>
  );
}
