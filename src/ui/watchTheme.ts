const mediaQueries = ['(prefers-color-scheme: dark)', '(forced-colors: active)', '(prefers-contrast: more)'];

/**
 * Calls back whenever the page's colours may have changed, by the system or by the page's own switch: CSS
 * follows by itself, a canvas does not. Returns how to stop.
 */
export function watchTheme(onChange: () => void): () => void {
  const queries = mediaQueries.map((query) => window.matchMedia(query));
  for (const query of queries) query.addEventListener('change', onChange);
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    for (const query of queries) query.removeEventListener('change', onChange);
    observer.disconnect();
  };
}
