import { readStored } from '../ui/useStored';

/** `system` is the first, and so what a visitor has who never chose. */
export const themes = ['system', 'light', 'dark'] as const;
export type Theme = (typeof themes)[number];
export const THEME_KEY = 'gradpad.theme';

/** The colours themselves are in ui/tokens.css. */
export function showTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

/** Before anything is painted, so that the page does not flash in the other theme. */
export function showStoredTheme(): void {
  showTheme(readStored(THEME_KEY, themes));
}
