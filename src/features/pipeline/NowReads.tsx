import { isMnistFraming } from '../../data/framing';
import { fill } from '../../lib/fill';
import { formatPercent } from '../../lib/formatPercent';
import { indexOfLargest } from '../../lib/indexOfLargest';
import { useApp } from '../../store/hooks';
import { useLaterWords } from '../../words/laterWords';
import styles from './Pipeline.module.css';

/** What the network makes of the steps as they are now. */
export function NowReads() {
  const words = useLaterWords().pipeline;
  const hasDigit = useApp((state) => state.digit !== null);
  const prediction = useApp((state) => state.prediction);
  const framing = useApp((state) => state.pad.framing);
  const digit = prediction && indexOfLargest(prediction.probabilities);
  return (
    <p className={styles.reading}>
      {hasDigit && prediction && digit !== null
        ? fill(words.reads, { digit, percent: formatPercent(prediction.probabilities[digit]) })
        : words.notRead}{' '}
      {!isMnistFraming(framing) && <strong className={styles.warning}>{words.stepOff}</strong>}
    </p>
  );
}
