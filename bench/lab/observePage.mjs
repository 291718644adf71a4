/** Runs in the page before its scripts. */
export function observePage() {
  const QUIET_MS = 300;
  const PATIENCE_MS = 20_000;
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longTasks.push(Math.round(entry.duration));
  }).observe({ type: 'longtask', buffered: true });

  /** What was changed now has been painted when the frame after it begins. @param {() => void} act */
  const afterPaint = (act) => requestAnimationFrame(() => requestAnimationFrame(act));
  /** Calls for all that changes in the document, until it is told to stop. @param {(changes: MutationRecord[]) => void} act */
  const onChange = (act) => {
    const observer = new MutationObserver(act);
    observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    return () => observer.disconnect();
  };

  /** @type {Record<string, number>} */
  const reads = { runs: 0, histories: 0, checkpoints: 0, checkpointFiles: 0 };
  for (const name of /** @type {const} */ (['get', 'getAll', 'openCursor'])) {
    /** @type {any} */
    const store = IDBObjectStore.prototype;
    const read = store[name];
    /** @this {IDBObjectStore} @param {unknown[]} rest */
    store[name] = function (...rest) {
      reads[this.name] = (reads[this.name] ?? 0) + 1;
      return read.apply(this, rest);
    };
  }

  /** @type {Record<string, number>} */
  const moments = {};
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) moments.paint = entry.startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  /** @type {Map<string, () => boolean>} */
  const awaited = new Map([
    [
      'train',
      () =>
        [...document.querySelectorAll('button')].some(
          ({ textContent, ariaDisabled }) => textContent === 'Train' && ariaDisabled !== 'true',
        ),
    ],
    [
      'archive',
      () => {
        const choice = document.querySelector('[role=tabpanel] select');
        return choice instanceof HTMLSelectElement && choice.labels[0]?.textContent === 'Run';
      },
    ],
  ]);
  const stop = onChange(() => {
    for (const [name, isThere] of awaited) {
      if (!isThere()) continue;
      awaited.delete(name);
      afterPaint(() => (moments[name] = performance.now()));
    }
    if (awaited.size === 0) stop();
  });

  window.lab = {
    moments,
    reads,
    expected: new Promise(() => undefined),
    // From a click until so many elements have been painted.
    expectElements(selector, count) {
      window.lab.expected = new Promise((resolve, reject) => {
        let clickedAt = NaN;
        addEventListener('click', ({ timeStamp }) => (clickedAt = timeStamp), { capture: true, once: true });
        const stop = onChange(() => {
          if (document.querySelectorAll(selector).length !== count) return;
          stop();
          afterPaint(() => resolve({ ms: performance.now() - clickedAt, frames: 1 }));
        });
        setTimeout(() => reject(new Error(`there never were ${count} of ${selector}`)), PATIENCE_MS);
      });
    },
    // From the last input until the last of what it changed has been painted.
    expectRedraw(selector) {
      window.lab.expected = new Promise((resolve, reject) => {
        const startedAt = performance.now();
        let inputAt = Infinity;
        let changedAt = 0;
        let paintedAt = 0;
        let frames = 0;
        let isDue = false;
        const hear = (/** @type {Event} */ { timeStamp }) => (inputAt = timeStamp);
        addEventListener('input', hear, { capture: true });
        const stop = onChange((changes) => {
          const isThere = changes.some(({ target }) =>
            (target instanceof Element ? target : target.parentElement)?.closest(selector),
          );
          if (!isThere) return;
          changedAt = performance.now();
          if (isDue) return;
          isDue = true;
          requestAnimationFrame(() => {
            isDue = false;
            frames++;
            requestAnimationFrame(() => (paintedAt = performance.now()));
          });
        });
        const timer = setInterval(() => {
          const now = performance.now();
          const isLate = now - startedAt > PATIENCE_MS;
          if (isLate) reject(new Error(`an input never changed ${selector}`));
          else if (paintedAt < changedAt || changedAt < inputAt || now - changedAt < QUIET_MS) return;
          else resolve({ ms: paintedAt - inputAt, frames });
          clearInterval(timer);
          removeEventListener('input', hear, { capture: true });
          stop();
        }, 50);
      });
    },
  };
}
