import { useMemo } from 'react';
import { Charts } from '../features/charts/Charts';
import { RunBar } from '../features/controls/RunBar';
import { Settings } from '../features/controls/Settings';
import { TrainerBanner } from '../features/device/TrainerBanner';
import { Draw } from '../features/draw/Draw';
import { Result } from '../features/result/Result';
import { LazyLinkNotes } from '../features/share/LazyLinkNotes';
import { whenIdle } from '../lib/whenIdle';
import { StoreContext, useApp } from '../store/hooks';
import type { AppStore } from '../store/store';
import type { Words } from '../words/words';
import { LaterWordsContext, loadLaterWords } from '../words/laterWords';
import { WordsContext } from '../words/words';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
import { LazyBelow } from './LazyBelow';
import { useWordsOfLanguage } from './useWordsOfLanguage';

interface AppProps {
  store: AppStore;
  /** In the language the store begins with. */
  firstWords: Words;
}

export function App({ store, firstWords }: AppProps) {
  return (
    <StoreContext value={store}>
      <Page firstWords={firstWords} />
    </StoreContext>
  );
}

function Page({ firstWords }: { firstWords: Words }) {
  const language = useApp((state) => state.language);
  // After the first paint, before anybody can need them.
  const laterWords = useMemo(() => whenIdle().then(() => loadLaterWords(language)), [language]);
  return (
    <WordsContext value={useWordsOfLanguage(firstWords)}>
      <LaterWordsContext value={laterWords}>
        <ErrorBoundary>
          <Header />
          <TrainerBanner />
          <LazyLinkNotes />
          <main className={styles.columns}>
            <Draw />
            <Charts />
            <div className={styles.run}>
              <RunBar />
              <Result />
              <Settings />
            </div>
          </main>
          <LazyBelow />
        </ErrorBoundary>
      </LaterWordsContext>
    </WordsContext>
  );
}
