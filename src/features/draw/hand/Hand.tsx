import { fill } from '../../../lib/fill';
import { useApp, useHand } from '../../../store/hooks';
import { Button } from '../../../ui/Button';
import { useLaterWords } from '../../../words/laterWords';
import { MeterDigits, digits } from '../MeterDigits';
import { useGuess } from '../useReading';
import { HandLesson } from './HandLesson';
import { HandTest } from './HandTest';
import styles from './Hand.module.css';

/** The digits under their bars, and, once there is a reading, "Was I right?": the answers make up the visitor's own digits, and a model can learn these. */
export function Hand() {
  const words = useLaterWords().hand;
  const isOpen = useApp((state) => state.lab !== null);
  const guess = useGuess();
  if (!isOpen) return <MeterDigits />;
  return (
    <section className={styles.hand} aria-label={words.label}>
      {guess === null ? <MeterDigits /> : <Question guess={guess} />}
      <Kept />
    </section>
  );
}

function Question({ guess }: { guess: number }) {
  const words = useLaterWords().hand;
  const pixels = useApp((state) => state.digit);
  const said = useHand((state) => state.digits.find((kept) => kept.pixels === pixels)?.label);
  const correct = useHand((state) => state.correct);
  return (
    <div role="group" aria-label={words.question}>
      <div className={styles.answers}>
        {digits.map((digit) => (
          <button
            key={digit}
            type="button"
            className={digit === guess ? styles.guess : styles.answer}
            aria-label={fill(words.answer, { digit })}
            aria-pressed={said === digit}
            onClick={() => correct(digit)}
          >
            {digit}
          </button>
        ))}
      </div>
      <p className={styles.question}>
        {said === undefined
          ? words.question
          : fill(said === guess ? words.right : words.wrong, { digit: said })}
      </p>
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
      {count > 0 && (
        <>
          <HandTest />
          <HandLesson />
        </>
      )}
    </>
  );
}
