/**
 * node bench/firstPaint.mjs
 *
 * Opens the built page five times with an empty cache under a 4× slower processor and prints the largest contentful paint,
 * the layout shift over the first five seconds, and what was fetched until then. Build first (npm run build).
 */
import { openBuiltPage } from './openBuiltPage.mjs';

const SLOWER = 4;
const VISITS = 5;
const WATCHED_MS = 5_000;

const { browser, address, close } = await openBuiltPage();
for (let visit = 1; visit <= VISITS; visit++) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await page.goto(address);
  await page.waitForTimeout(WATCHED_MS);
  const { paintMs, shift, scriptBytes } = await page.evaluate(readPaint);
  console.log(
    `visit ${visit}: LCP ${paintMs.toFixed(0)} ms, CLS ${shift.toFixed(4)}, page scripts ${(scriptBytes / 1000).toFixed(0)} kB as sent`,
  );
  await context.close();
}
await close();

async function readPaint() {
  /** @param {string} type @returns {Promise<any[]>} */
  const entries = (type) =>
    new Promise((resolve) => {
      const observer = new PerformanceObserver((list) => resolve(list.getEntries()));
      observer.observe({ type, buffered: true });
      setTimeout(() => resolve([]), 500);
    });
  const paints = await entries('largest-contentful-paint');
  const shifts = await entries('layout-shift');
  const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
  return {
    paintMs: paints.at(-1)?.startTime ?? NaN,
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    scriptBytes: scripts.reduce((sum, entry) => sum + /** @type {any} */ (entry).transferSize, 0),
  };
}
