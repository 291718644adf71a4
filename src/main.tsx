import './ui/tokens.css';
import './ui/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { followShareLink } from './app/followShareLink';
import { preferredLanguage } from './app/preferredLanguage';
import { showStoredTheme } from './app/theme';
import { whenIdle } from './lib/whenIdle';
import { parseShareLink } from './store/shareLink';
import { createAppStore } from './store/store';
import { loadWords } from './words/words';

showStoredTheme();

const { link, notes } = parseShareLink(location.hash);
const { language, words } = await loadWords(link.language ?? preferredLanguage(navigator.languages));
const store = createAppStore({
  config: link.config,
  language,
  linkNotes: notes,
  openTrainer: () =>
    new Worker(new URL('./worker/trainer.worker.ts', import.meta.url), { type: 'module', name: 'trainer' }),
});
followShareLink(store);

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <App store={store} firstWords={words} />
  </StrictMode>,
);

// The trainer brings TensorFlow.js with it; the page is shown first.
await whenIdle();
store.getState().wakeTrainer();
