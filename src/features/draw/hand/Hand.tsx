import { fill } from '../../../lib/fill';
import { indexOfLargest } from '../../../lib/indexOfLargest';
import { useApp, useHand } from '../../../store/hooks';
import { Button } from '../../../ui/Button';
import { useLaterWords } from '../../../words/laterWords';
import { HandLesson } from './HandLesson';
import styles from './Hand.module.css';

const labels = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** "Was I right?" under a reading: the answers make up the visitor's own digits, and a model can learn these. */
export function Hand() {
  const words = useLaterWords().hand;
  const isOpen = useApp((state) => state.lab !== null);
  const hasReading = useApp((state) => state.digit !== null && state.prediction !== null);
  if (!isOpen) return null;
  return (
    <section className={styles.hand} aria-label={words.label}>
      {hasReading && <Question />}
      <Kept />
    </section>
  );
}

function Question() {
  const words = useLaterWords().hand;
  const digit = useApp((state) => state.digit);
  const guess = useApp((state) => state.prediction && indexOfLargest(state.prediction.probabilities));
  const said = useHand(({ digits }) => digits.find(({ pixels }) => pixels === digit)?.label);
  const correct = useHand((state) => state.correct);
  return (
    <div role="group" aria-label={words.question}>
      <p className={styles.question}>
        {said === undefined
          ? words.question
          : fill(said === guess ? words.right : words.wrong, { digit: said })}
      </p>
      <div className={styles.answers}>
        {labels.map((label) => (
          <button
            key={label}
            type="button"
            className={styles.answer}
            aria-label={fill(words.answer, { digit: label })}
            aria-pressed={said === label}
            onClick={() => correct(label)}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  );
}

/** How many digits are kept, and what can be done with them. */
function Kept() {
  const words = useLaterWords().hand;
  const count = useHand((state) => state.digits.length);
  const canUndo = useHand((state) => state.past.length > 0);
  const isKept = useHand((state) => state.isKept);
  const { undo, forgetAll } = useHand((state) => state);
  if (count === 0 && !canUndo) return null;
  return (
    <>
      <div className={styles.kept}>
        <span aria-live="polite">{fill(count === 1 ? words.oneKept : words.kept, { count })}</span>
        {canUndo && (
          <Button look="link" onClick={undo}>
            {words.undo}
          </Button>
        )}
        {count > 0 && (
          <Button look="link" onClick={forgetAll}>
            {words.forgetAll}
          </Button>
        )}
      </div>
      {!isKept && <p className={styles.note}>{words.notStored}</p>}
      {count > 0 && <HandLesson />}
    </>
  );
}
