import styles from './About.module.css';
import program from './articleProgram.py?raw';

/** The article's run as its author would write it. */
export function ArticleProgram() {
  return (
    <pre className={styles.program} lang="en">
      <code>{program}</code>
    </pre>
  );
}
