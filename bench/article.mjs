/**
 * node bench/article.mjs [--seeds 1,2,3] [--engine auto] [--preset article] [--epochs 5] [--train 60000] [--nodes auto]
 *
 * The article's run through the page in Chromium, as a visitor would have it, with a digit on the pad: accuracy, time,
 * main-thread tasks over 50 ms, how often the drawing is read, and memory over the run. Build first (npm run build).
 */
import { parseArgs } from 'node:util';
import { openBuiltPage } from './openBuiltPage.mjs';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3' },
    engine: { type: 'string', default: 'auto' },
    preset: { type: 'string', default: 'article' },
    epochs: { type: 'string', default: '5' },
    train: { type: 'string', default: '60000' },
    nodes: { type: 'string', default: 'auto' },
  },
});

const { context, address, close } = await openBuiltPage();
for (const seed of options.seeds.split(',')) {
  const page = await context.newPage();
  await page.addInitScript(observeMainThread);
  const { preset, engine, epochs, train, nodes } = options;
  await page.goto(
    `${address}#preset=${preset}&seed=${seed}&engine=${engine}&epochs=${epochs}&train=${train}&nodes=${nodes}&lang=en`,
  );
  await page.getByRole('status', { name: 'Device' }).filter({ hasText: '·' }).waitFor();
  await drawSeven(page);
  await page.evaluate(() => (window.longTasks.length = 0));
  const startedAt = performance.now();
  await page.getByRole('button', { name: 'Train', exact: true }).click();

  const result = page.getByRole('region', { name: 'Test result' });
  await result.getByText('Accuracy:').waitFor({ timeout: 0 });
  const seconds = (performance.now() - startedAt) / 1000;
  const { longTasks, readAt, memoryBytes } = await page.evaluate(() => ({
    longTasks: window.longTasks,
    readAt: window.readAt,
    memoryBytes: window.memoryBytes,
  }));
  const gaps = readAt.slice(1).map((time, i) => time - readAt[i]);
  const device = await page.getByRole('status', { name: 'Device' }).innerText();
  const megabytes = memoryBytes.map((bytes) => Math.round(bytes / 1e6));
  console.log(
    [
      `seed ${seed}: ${(await result.innerText()).replace(/\s*\n+\s*/g, ' · ')}`,
      `  ${seconds.toFixed(1)} s from click to result on ${device}`,
      `  main-thread tasks over 50 ms: ${longTasks.length}${longTasks.length ? ` (longest ${Math.max(...longTasks)} ms)` : ''}`,
      `  the drawing was read ${readAt.length} times, at most ${Math.max(...gaps).toFixed(0)} ms apart`,
      `  memory (MB): ${megabytes.join(' ')}`,
    ].join('\n'),
  );
  await page.close();
}
await close();

/** Runs in the page before its scripts. */
function observeMainThread() {
  window.longTasks = [];
  window.readAt = [];
  window.memoryBytes = [];
  // Answers with the next garbage collection, up to 20 s later.
  const measureMemory = async () => {
    window.memoryBytes.push((await performance.measureUserAgentSpecificMemory()).bytes);
    setTimeout(measureMemory, 10_000);
  };
  setTimeout(measureMemory, 10_000);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) window.longTasks.push(Math.round(entry.duration));
  }).observe({ type: 'longtask' });
  const RealWorker = window.Worker;
  window.Worker = class extends RealWorker {
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        if (data.kind === 'reply' && data.reply?.probabilities) window.readAt.push(performance.now());
      });
    }
  };
}

/** @param {import('playwright').Page} page */
async function drawSeven(page) {
  const box = await page.getByLabel('Drawing pad', { exact: true }).boundingBox();
  if (!box) throw new Error('the page has no drawing pad');
  /** @param {number} x @param {number} y @returns {[number, number]} */
  const at = (x, y) => [box.x + x * box.width, box.y + y * box.height];
  await page.mouse.move(...at(0.25, 0.2));
  await page.mouse.down();
  await page.mouse.move(...at(0.75, 0.2), { steps: 10 });
  await page.mouse.move(...at(0.4, 0.85), { steps: 10 });
  await page.mouse.up();
}
