import { useApp, useLikeness } from '../../store/hooks';
import { useThrottled } from '../../ui/useThrottled';
import { useLaterWords } from '../../words/laterWords';
import styles from './Unlike.module.css';

/** Screen readers are told no more often than this (ms). */
const ANNOUNCEMENT_INTERVAL_MS = 2_000;

/** Beside a guess: that the drawing is unlike any digit the model could learn from. */
export function Unlike() {
  const isOpen = useApp((state) => state.lab !== null);
  return isOpen && <UnlikeNote />;
}

function UnlikeNote() {
  const words = useLaterWords().likeness;
  const hasReading = useApp((state) => state.digit !== null && state.prediction !== null);
  const isUnlike = useLikeness(
    ({ likeness, threshold }) => likeness !== null && likeness.unlikeness > threshold,
  );
  const note = hasReading && isUnlike ? words.unlike : '';
  const announcement = useThrottled(note, ANNOUNCEMENT_INTERVAL_MS);
  return (
    <div className={styles.unlike}>
      <p>{note}</p>
      <p className="visuallyHidden" aria-live="polite">
        {note && announcement}
      </p>
    </div>
  );
}
