/**
 * Takes touches away from the browser's own gestures, which `touch-action: none` does not do fully: Chromium still takes a fast stroke for a
 * fling, and swallows taps on a button for a third of a second after it. React's own listeners are passive and could not.
 * @returns the end of it
 */
export function keepGesturesAway(element: HTMLElement): () => void {
  const keepAway = (event: TouchEvent) => event.preventDefault();
  element.addEventListener('touchstart', keepAway, { passive: false });
  return () => element.removeEventListener('touchstart', keepAway);
}
