import { fill } from '../../lib/fill';
import { formatLoss } from '../../lib/formatLoss';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './RunList.module.css';
import type { StoredRun } from './storedRun';

/** How well it does on the test images; before it was tested, its last loss. */
export function RunResult({ run: { result, lastLoss } }: { run: StoredRun }) {
  const { charts } = useWords();
  const { runs } = useLaterWords();
  if (result) {
    return (
      <>
        <strong>{result.accuracy.toFixed(4)}</strong>
        <p className={styles.detail}>{runs.testAccuracy}</p>
      </>
    );
  }
  if (lastLoss === null) return <p className={styles.detail}>{runs.noLoss}</p>;
  const loss = formatLoss(lastLoss);
  return (
    <>
      {loss ? fill(runs.nats, { loss }) : charts.notANumber}
      <p className={styles.detail}>{runs.lastLoss}</p>
    </>
  );
}
