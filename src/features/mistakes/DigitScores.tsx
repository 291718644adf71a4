import { useId } from 'react';
import { formatCount } from '../../lib/formatCount';
import type { Confusion } from '../../scores/confusion';
import { digitScores } from '../../scores/digitScores';
import { useLaterWords } from '../../words/laterWords';
import styles from './Findings.module.css';
import { inPercent } from './inPercent';

/** Precision and recall of each digit. */
export function DigitScores({ counts }: { counts: Confusion }) {
  const words = useLaterWords().mistakes.scores;
  const titleId = useId();
  const scores = digitScores(counts);
  const hasNothing = scores.some(({ precision, recall }) => precision === null || recall === null);
  const value = (share: number | null) => (share === null ? '–' : inPercent(share));
  return (
    <section className={styles.part} aria-labelledby={titleId}>
      <h3 id={titleId}>{words.title}</h3>
      <p className={styles.note}>{words.about}</p>
      <table className={styles.table} aria-labelledby={titleId}>
        <thead>
          <tr>
            {[words.digit, words.images, words.right, words.precision, words.recall, words.f1].map(
              (heading) => (
                <th key={heading} scope="col">
                  {heading}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {scores.map(({ shown, right, precision, recall, f1 }, digit) => (
            <tr key={digit}>
              <th scope="row">{digit}</th>
              <td>{formatCount(shown)}</td>
              <td>{formatCount(right)}</td>
              <td>{value(precision)}</td>
              <td>{value(recall)}</td>
              <td>{value(f1)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hasNothing && <p className={styles.note}>{words.nothing}</p>}
    </section>
  );
}
