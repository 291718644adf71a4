import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatSigned } from '../../lib/formatSigned';
import type { ExplanationOfStep } from '../../store/useExplanation';
import { useLaterWords } from '../../words/laterWords';
import styles from './Explain.module.css';
import { twoLikeliest } from './twoLikeliest';

interface ReadsProps {
  explanation: ExplanationOfStep;
  /** Whether the view is about a lead. */
  hasLead: boolean;
}

/** What the model reads, and by how much one digit leads. */
export function Reads({ explanation, hasLead }: ReadsProps) {
  const words = useLaterWords().explain;
  const { step, probabilities, logits, pair } = explanation;
  const { target, rival } = pair;
  const lead = formatSigned(logits[target] - logits[rival]);
  return (
    <p>
      {fill(words.reads, { step: formatCount(step), ...twoLikeliest(probabilities) })}
      {hasLead && (
        <>
          {' '}
          <strong className={styles.lead}>{fill(words.lead, { target, rival, lead })}</strong>{' '}
          <span className={styles.muted}>{words.leadMeaning}</span>
        </>
      )}
    </p>
  );
}
