import { useWords } from '../words/words';
import styles from './About.module.css';
import program from './articleProgram.py?raw';

/** What a visitor should know of the data, and the same run as a program. */
export function About() {
  const { about } = useWords();
  return (
    <footer className={styles.about}>
      <p>{about.privacy}</p>
      <p>{about.data}</p>
      <details>
        <summary>{about.program}</summary>
        <pre className={styles.program} lang="en">
          <code>{program}</code>
        </pre>
      </details>
    </footer>
  );
}
