import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatPercent } from '../../lib/formatPercent';
import { useApp } from '../../store/hooks';
import type { RunStatus } from '../../store/run';
import { useThrottled } from '../../ui/useThrottled';
import type { Words } from '../../words/words';
import { useWords } from '../../words/words';
import styles from './Guess.module.css';
import type { Reading } from './useReading';
import { useReading } from './useReading';

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
    ? fill(words.announcement, {
        digit: reading.digit,
        percent: formatPercent(roundToTenth(shareOf(reading))),
      })
    : hint(words, hasDigit, status);
  const announcement = useThrottled(news, ANNOUNCEMENT_INTERVAL_MS);

  return (
    <div className={styles.guess}>
      <p role="status" aria-label={words.prediction} aria-live="off" className={styles.reading}>
        {reading ? (
          <>
            <strong className={styles.digit}>{reading.digit}</strong> · {formatPercent(shareOf(reading))}
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

/** How likely the guess is, 0 to 1. */
const shareOf = ({ digit, probabilities }: Reading) => probabilities[digit];

const roundToTenth = (share: number) => Math.round(10 * share) / 10;
