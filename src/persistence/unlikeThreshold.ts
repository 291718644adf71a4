const KEY = 'gradpad.unlikeThreshold';

/** The threshold that was chosen on this device; null where none was, or none from `least` to `most`. */
export function recallUnlikeThreshold(least: number, most: number): number | null {
  try {
    const stored = Number(localStorage.getItem(KEY) ?? NaN);
    return stored >= least && stored <= most ? stored : null;
  } catch {
    // Storage may be forbidden; the page works without it.
    return null;
  }
}

/** Null forgets it. */
export function rememberUnlikeThreshold(threshold: number | null): void {
  try {
    if (threshold === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, String(threshold));
  } catch {
    // As above: it holds until the page is closed.
  }
}
