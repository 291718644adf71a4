import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatPercent } from '../../lib/formatPercent';
import { indexOfLargest } from '../../lib/indexOfLargest';
import { useApp } from '../../store/hooks';
import type { RunStatus } from '../../store/run';
import { useThrottled } from '../../ui/useThrottled';
import type { Words } from '../../words/words';
import { useWords } from '../../words/words';
import styles from './Guess.module.css';

/** Screen readers are told no more often than this (ms). */
const ANNOUNCEMENT_INTERVAL_MS = 2_000;

/** What the network reads in the drawing, or what to do so that it can. */
export function Guess() {
  const words = useWords().draw;
  const hasDigit = useApp((state) => state.digit !== null);
  const status = useApp((state) => state.run.status);
  const reading = useReading();

  // In tens of percent: while the network learns, each single one would be news.
  const news = reading
    ? fill(words.announcement, { digit: reading.digit, percent: formatPercent(roundToTenth(reading.share)) })
    : hint(words, hasDigit, status);
  const announcement = useThrottled(news, ANNOUNCEMENT_INTERVAL_MS);

  return (
    <div className={styles.guess}>
      <p role="status" aria-label={words.prediction} aria-live="off" className={styles.reading}>
        {reading ? (
          <>
            <strong className={styles.digit}>{reading.digit}</strong> · {formatPercent(reading.share)}
          </>
        ) : (
          <span className={styles.hint}>{hint(words, hasDigit, status)}</span>
        )}
      </p>
      <p className={styles.step}>{reading && stepNote(words, reading.step)}</p>
      <p className="visuallyHidden" aria-live="polite">
        {announcement}
      </p>
    </div>
  );
}

/** The likeliest digit, its probability, and the updates the weights have had; null where nothing was read. */
function useReading(): { digit: number; share: number; step: number } | null {
  const hasDigit = useApp((state) => state.digit !== null);
  const prediction = useApp((state) => state.prediction);
  if (!hasDigit || !prediction) return null;
  const digit = indexOfLargest(prediction.probabilities);
  return { digit, share: prediction.probabilities[digit], step: prediction.step };
}

function hint(words: Words['draw'], hasDigit: boolean, status: RunStatus): string {
  switch (status) {
    case 'idle':
    case 'failed':
      return hasDigit ? words.untrained : words.untrainedAndEmpty;
    case 'preparing':
      return words.gettingReady;
    default:
      return hasDigit ? words.reading : words.empty;
  }
}

function stepNote(words: Words['draw'], step: number): string {
  return step === 0 ? words.beforeFirstStep : fill(words.afterStep, { step: formatCount(step) });
}

const roundToTenth = (share: number) => Math.round(10 * share) / 10;
