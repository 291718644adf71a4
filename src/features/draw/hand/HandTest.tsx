import { fill } from '../../../lib/fill';
import { formatPercent } from '../../../lib/formatPercent';
import { useHand } from '../../../store/hooks';
import { useHandScore } from '../../../store/useHandScore';
import { problemSentence, useLaterWords } from '../../../words/laterWords';
import styles from './Hand.module.css';

/** The visitor's digits as a test set: how many the network reads right, as long as it has not learned them. */
export function HandTest() {
  const laterWords = useLaterWords();
  const words = laterWords.hand;
  const scored = useHandScore();
  const isLearned = useHand((state) => state.lesson.status === 'learned');
  if (!scored) return <p className={styles.note}>{words.noScore}</p>;
  if (scored.problem) return <p className={styles.note}>{problemSentence(laterWords, scored.problem)}</p>;
  if (!scored.score) return null;
  const { correct, imageCount } = scored.score;
  return (
    <p className={styles.note}>
      {fill(isLearned ? words.scoreLearned : words.score, {
        correct,
        count: imageCount,
        percent: formatPercent(correct / imageCount),
      })}
    </p>
  );
}
