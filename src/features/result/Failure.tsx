import type { ProblemData } from '../../lib/problem';
import { CopyButton } from '../../ui/CopyButton';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Result.module.css';

/** What went wrong and what to do about it; what a report needs is folded away. */
export function Failure({ problem }: { problem: ProblemData }) {
  const words = useWords();
  const laterWords = useLaterWords();
  const details = problem.stack ?? JSON.stringify({ code: problem.code, ...problem.values }, null, 2);
  return (
    <>
      <p className={styles.failed}>{laterWords.failure.title}</p>
      <p>{problemSentence(laterWords, problem)}</p>
      <details>
        <summary>{laterWords.failure.details}</summary>
        <pre className={styles.details}>{details}</pre>
        <CopyButton text={details} label={words.app.copy} doneLabel={words.app.copied} />
      </details>
    </>
  );
}
