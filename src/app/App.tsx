import { Charts } from '../features/charts/Charts';
import { RunBar } from '../features/controls/RunBar';
import { Settings } from '../features/controls/Settings';
import { TrainerBanner } from '../features/device/TrainerBanner';
import { Draw } from '../features/draw/Draw';
import { Result } from '../features/result/Result';
import { LinkNotes } from '../features/share/LinkNotes';
import { StoreContext } from '../store/hooks';
import type { AppStore } from '../store/store';
import type { Words } from '../words/words';
import { WordsContext } from '../words/words';
import { About } from './About';
import styles from './App.module.css';
import { ErrorBoundary } from './ErrorBoundary';
import { Header } from './Header';
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
  return (
    <WordsContext value={useWordsOfLanguage(firstWords)}>
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
