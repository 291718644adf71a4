import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatLoss } from '../../lib/formatLoss';
import type { Verification } from '../../store/labState';
import type { LaterWords } from '../../words/laterWords';
import { useLaterWords } from '../../words/laterWords';
import styles from './RunList.module.css';

/** Whether a run repeated when it was trained again. */
export function VerificationSentence({ verification }: { verification: Verification }) {
  const words = useLaterWords().runs.verification;
  return (
    <p role="status" className={styles.verification}>
      {sentence(words, verification)}
    </p>
  );
}

function sentence(words: LaterWords['runs']['verification'], verification: Verification): string {
  if (verification.status === 'running') return words.running;
  const { firstDifference, largestDifference, sameWeights } = verification;
  if (firstDifference === null) return sameWeights ? words.same : words.otherWeights;
  return fill(sameWeights ? words.otherLossesSameWeights : words.otherLosses, {
    step: formatCount(firstDifference + 1),
    difference: formatLoss(largestDifference),
  });
}
