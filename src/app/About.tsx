import { Suspense, lazy, useState } from 'react';
import { useLaterWords } from '../words/laterWords';
import styles from './About.module.css';

/** Read by few, so it comes when it is asked for. */
const ArticleProgram = lazy(async () => ({ default: (await import('./ArticleProgram')).ArticleProgram }));

/** What a visitor should know of the data, and the same run as a program. */
export function About() {
  const { about } = useLaterWords();
  const [isOpen, setIsOpen] = useState(false);
  return (
    <footer className={styles.about}>
      <p>{about.privacy}</p>
      <p>{about.data}</p>
      <details onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary>{about.program}</summary>
        <Suspense fallback={null}>{isOpen && <ArticleProgram />}</Suspense>
      </details>
    </footer>
  );
}
