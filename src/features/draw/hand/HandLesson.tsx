import { fill } from '../../../lib/fill';
import { formatAccuracy } from '../../../lib/formatAccuracy';
import { useApp, useHand } from '../../../store/hooks';
import type { HandLesson as Outcome } from '../../../store/hand';
import { Button } from '../../../ui/Button';
import type { LaterWords } from '../../../words/laterWords';
import { problemSentence, useLaterWords } from '../../../words/laterWords';
import styles from './Hand.module.css';

/** Learning the visitor's hand, and what came of it. */
export function HandLesson() {
  const laterWords = useLaterWords();
  const words = laterWords.hand;
  const isDone = useApp((state) => state.run.status === 'done');
  const lesson = useHand((state) => state.lesson);
  const { learn, unlearn } = useHand((state) => state);
  return (
    <>
      <div className={styles.kept}>
        <Button inactive={!isDone || lesson.status === 'learning'} onClick={learn}>
          {lesson.status === 'learning' ? words.learning : words.learn}
        </Button>
        {lesson.status === 'learned' && (
          <Button look="link" onClick={unlearn}>
            {words.unlearn}
          </Button>
        )}
      </div>
      <p role="status" className={styles.note}>
        {!isDone && words.mustBeDone}
        {isDone && lesson.status === 'none' && words.about}
        {lesson.status === 'failed' && problemSentence(laterWords, lesson.problem)}
        {lesson.status === 'learned' && outcomeOf(words, lesson.outcome)}
      </p>
    </>
  );
}

function outcomeOf(words: LaterWords['hand'], { before, after, elapsedMs }: Outcome): string {
  return fill(words.outcome, {
    seconds: (elapsedMs / 1000).toFixed(1),
    ownBefore: before.own.correct,
    ownAfter: after.own.correct,
    ownCount: after.own.imageCount,
    testBefore: formatAccuracy(before.test.correct / before.test.imageCount),
    testAfter: formatAccuracy(after.test.correct / after.test.imageCount),
  });
}
