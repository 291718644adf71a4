import { useEffect } from 'react';
import { Charts } from '../features/charts/Charts';
import { RunBar } from '../features/controls/RunBar';
import { Settings } from '../features/controls/Settings';
import { TrainerBanner } from '../features/device/TrainerBanner';
import { Draw } from '../features/draw/Draw';
import { Result } from '../features/result/Result';
import { LinkNotes } from '../features/share/LinkNotes';
import { StoreContext, useApp } from '../store/hooks';
import type { AppStore } from '../store/store';
import { WordsContext, wordsByLanguage } from '../words/words';
import { About } from './About';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';

export function App({ store }: { store: AppStore }) {
  return (
    <StoreContext value={store}>
      <Page />
    </StoreContext>
  );
}

function Page() {
  const language = useApp((state) => state.language);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  return (
    <WordsContext value={wordsByLanguage[language]}>
      <ErrorBoundary>
        <Header />
        <TrainerBanner />
        <LinkNotes />
        <main className={styles.columns}>
          <Draw />
          <Charts />
          <div className={styles.run}>
            <RunBar />
            <Result />
            <Settings />
          </div>
        </main>
        <About />
      </ErrorBoundary>
    </WordsContext>
  );
}
