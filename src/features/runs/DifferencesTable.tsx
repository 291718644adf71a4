import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Comparison.module.css';
import { differences } from './differences';
import type { SelectedRun } from './overlay';
import { settingLabel, settingText } from './settingWords';
import { nameOf } from './storedRun';

/** The settings that compared runs do not share. */
export function DifferencesTable({ selected }: { selected: readonly SelectedRun[] }) {
  const words = useWords();
  const later = useLaterWords();
  const { compare } = later.runs;
  const settings = differences(selected.map(({ run }) => run.config));

  if (settings.length === 0) {
    return <p className={styles.note}>{selected.length > 1 ? compare.noDifferences : compare.oneRun}</p>;
  }
  return (
    <div className={styles.scrolled} role="region" tabIndex={0} aria-label={compare.differences}>
      <table className={`${styles.table} ${styles.texts}`}>
        <caption>{compare.differences}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.text}>
              {compare.line}
            </th>
            {settings.map((setting) => (
              <th key={setting} scope="col">
                {settingLabel(words, later, setting)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {selected.map(({ run, line }) => (
            <tr key={run.key}>
              <th scope="row" className={styles.text}>
                <span className={styles.number}>{line + 1}</span> {nameOf(run, words)}
              </th>
              {settings.map((setting) => (
                <td key={setting}>{settingText(words, later, run.config, setting)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
