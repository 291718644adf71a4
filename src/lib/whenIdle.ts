/** A page that is never idle still goes on after this long (ms). */
const LATEST_MS = 2_000;

/** Resolves once the page has been painted and has nothing else to do. */
export function whenIdle(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      // Not every browser tells when it is idle; a task after the next frame is as near as those come.
      if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: LATEST_MS });
      else setTimeout(resolve);
    });
  });
}
