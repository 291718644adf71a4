import { formatShareLink, parseShareLink } from '../store/shareLink';
import type { AppStore } from '../store/store';

/** Keeps the address and the settings the same: a changed setting writes the link, a followed link sets them. */
export function followShareLink(store: AppStore): void {
  store.subscribe(({ config, language }, before) => {
    if (config === before.config && language === before.language) return;
    // Replaced, not pushed: "back" leaves the page instead of undoing settings one by one.
    history.replaceState(null, '', formatShareLink(config, language));
  });
  window.addEventListener('hashchange', () => {
    const { link, notes } = parseShareLink(location.hash);
    const { takeLink, language } = store.getState();
    takeLink(link.config, link.language ?? language, notes);
  });
}
