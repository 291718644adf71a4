/**
 * node bench/lab.mjs [--points 1000,10000] [--visits 5] [--dist dist]
 *
 * Somebody who has 100 runs on their device, of so many points each and with a checkpoint of 2.6 MB each, comes back, opens the list
 * and compares six of them: how soon the page is there, and how long it takes from an input until what it changed has been
 * painted. At every visit the browser is started anew, with the runs on its disk. Build first (npm run build); `--dist` names the folder
 * of a page that was built elsewhere (vite build --outDir).
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumOptions } from '../scripts/chromiumOptions.mjs';
import { CHECKPOINT_BYTES, RUNS, keepRuns } from './lab/keepRuns.mjs';
import { observePage } from './lab/observePage.mjs';
import { serveBuiltPage, visitor } from './openBuiltPage.mjs';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {import('playwright').Locator} Locator
 */

const COMPARED = 6;
/** How often a control goes there and back in one visit. */
const REPEATS = 5;
/** How far the slider is dragged (px), one in each frame. */
const DRAGGED = 40;
const FRAME_MS = 16;
/** A browser that has just started has other things to do. */
const STARTING_MS = 1_500;

const LIST = 'table[aria-label="Runs kept on this device"] tbody tr';
const CHART = 'figure[aria-label^="Compare: "]';

const { values: options } = parseArgs({
  options: {
    points: { type: 'string', default: '1000,10000' },
    visits: { type: 'string', default: '5' },
    dist: { type: 'string', default: 'dist' },
  },
});

const server = await serveBuiltPage(options.dist);
const address = server.resolvedUrls?.local[0] ?? '';
for (const points of options.points.split(',')) {
  const profile = await mkdtemp(join(tmpdir(), 'gradpad-lab-'));
  try {
    await withBrowser(profile, (page) => keepRuns(page, address, Number(points)));
    console.log(
      `\n${RUNS} runs of ${points} points, a checkpoint of ${(CHECKPOINT_BYTES / 1e6).toFixed(1)} MB each; ` +
        `visits: ${options.visits}, cores: ${availableParallelism()}`,
    );
    const visits = [];
    while (visits.length < Number(options.visits)) visits.push(await withBrowser(profile, visit));
    printTable(visits);
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
await server.close();

/**
 * @template Result
 * @param {string} profile the folder of what the browser remembers
 * @param {(page: Page) => Promise<Result>} work
 */
async function withBrowser(profile, work) {
  const context = await chromium.launchPersistentContext(profile, { ...chromiumOptions, ...visitor });
  try {
    await context.addInitScript(observePage);
    const page = context.pages()[0];
    await page.waitForTimeout(STARTING_MS);
    return await work(page);
  } finally {
    await context.close();
  }
}

/**
 * What took how long, and the longest task meanwhile (ms; 0 where none took 50 ms).
 *
 * @typedef {{ name: string, ms: number, longestTask: number }} Sample
 */

/** @param {Page} page */
async function visit(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  /** @type {Sample[]} */
  const samples = [];
  /** @type {string[]} */
  const heaps = [];
  const takeTasks = () => page.evaluate(() => Math.max(0, ...window.longTasks.splice(0)));
  /** @param {string} name @param {(() => void | Promise<unknown>)[]} inputs */
  const redraws = async (name, ...inputs) => {
    let frames = 0;
    for (const input of inputs) {
      await page.evaluate((chart) => window.lab.expectRedraw(chart), CHART);
      await input();
      const redraw = await page.evaluate(() => window.lab.expected);
      frames += redraw.frames;
      samples.push({ name, ms: redraw.ms, longestTask: await takeTasks() });
    }
    return frames;
  };
  /** @param {string} name @param {number} count @param {Locator} button */
  const list = async (name, count, button) => {
    await button.scrollIntoViewIfNeeded();
    await page.evaluate(
      ([rows, count]) => window.lab.expectElements(rows, count),
      /** @type {const} */ ([LIST, count]),
    );
    await button.click();
    const { ms } = await page.evaluate(() => window.lab.expected);
    await page.waitForTimeout(500);
    samples.push({ name, ms, longestTask: await takeTasks() });
  };
  /** @param {string} what */
  const weigh = async (what) => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    const bytes = metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN;
    heaps.push(`${what} ${(bytes / 1e6).toFixed(1)}`);
  };

  await page.goto(address);
  await page.waitForFunction(() => window.lab.moments.archive);
  await page.getByRole('status', { name: 'Device' }).filter({ hasText: '·' }).waitFor();
  await page.getByRole('button', { name: 'Download checkpoint' }).waitFor();
  await page.waitForTimeout(1_000);
  const { paint, train, archive } = await page.evaluate(() => window.lab.moments);
  const longestTask = await takeTasks();
  samples.push({ name: 'navigation → largest contentful paint', ms: paint, longestTask });
  samples.push({ name: 'navigation → Train can be pressed', ms: train, longestTask });
  samples.push({ name: 'navigation → the archive has been read', ms: archive, longestTask });
  await weigh('opened');

  await list('tab Runs → newest 20 rows', 20, page.getByRole('tab', { name: 'Runs' }));
  const reads = await page.evaluate(() =>
    Object.entries(window.lab.reads)
      .map(([store, times]) => `${store} ${times}×`)
      .join(', '),
  );
  await list(`Show all → ${RUNS} rows`, RUNS, page.getByRole('button', { name: 'Show all' }));
  await weigh('list');

  const boxes = page.getByRole('table', { name: 'Runs kept on this device' }).getByRole('checkbox');
  await boxes.first().check();
  await page.getByRole('figure', { name: 'Compare: ' }).waitFor();
  for (let box = 1; box < COMPARED; box++) await redraws('a run ticked', () => boxes.nth(box).check());
  const comparison = page.getByRole('region', { name: 'Compare', exact: true });
  const figures = comparison.getByRole('region', { name: 'Best and final values' });
  await figures.getByRole('row').nth(COMPARED).waitFor();

  const slider = comparison.getByLabel('Smoothing');
  const measure = comparison.getByLabel('Measure');
  const axis = comparison.getByLabel('Axis');
  const along = comparison.getByLabel('Along');
  await slider.scrollIntoViewIfNeeded();
  for (let turn = 0; turn < REPEATS; turn++) {
    await redraws(
      'smoothing',
      () => slider.press('ArrowLeft'),
      () => slider.press('ArrowRight'),
    );
    await redraws(
      'axis: linear, log',
      () => axis.selectOption('linear'),
      () => axis.selectOption('log'),
    );
    await redraws(
      'along: time, step',
      () => along.selectOption('time'),
      () => along.selectOption('step'),
    );
    await redraws(
      'measure: accuracy, errors, loss',
      () => measure.selectOption('accuracies'),
      () => measure.selectOption('errors'),
      () => measure.selectOption('losses'),
    );
  }
  const frames = await redraws(`smoothing, dragged over ${DRAGGED} px`, () => drag(page, slider));
  await weigh('six compared');
  return { samples, heaps, reads, frames };
}

/** @param {Page} page @param {Locator} slider */
async function drag(page, slider) {
  const box = await slider.boundingBox();
  if (!box) throw new Error('the slider is not to be seen');
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width / 2, y);
  await page.mouse.down();
  for (let moved = 1; moved <= DRAGGED; moved++) {
    await page.mouse.move(box.x + box.width / 2 + moved, y);
    await page.waitForTimeout(FRAME_MS);
  }
  await page.mouse.up();
}

/** @param {Awaited<ReturnType<typeof visit>>[]} visits */
function printTable(visits) {
  const samples = visits.flatMap((each) => each.samples);
  printLine('ms', 'median', '90 %', 'worst', 'longest task');
  for (const name of new Set(samples.map((each) => each.name))) {
    const ofName = samples.filter((each) => each.name === name);
    const times = ofName.map(({ ms }) => ms).sort((a, b) => a - b);
    const below = (/** @type {number} */ share) => times[Math.ceil(share * times.length) - 1].toFixed(0);
    const longestTask = Math.max(...ofName.map((each) => each.longestTask));
    printLine(name, below(0.5), below(0.9), below(1), longestTask > 0 ? String(longestTask) : '< 50');
  }
  const { reads, heaps } = visits[visits.length - 1];
  console.log(`frames with a new chart while dragging: ${visits.map(({ frames }) => frames).join(', ')}`);
  console.log(`stores read before the list was there: ${reads}`);
  console.log(`JavaScript heap of the page (MB): ${heaps.join(', ')}`);
  // Above the number of cores, others were at work, too, and the worst times are theirs.
  console.log(`processes at work in the last minute: ${loadavg()[0].toFixed(1)}`);
}

/** @param {string} name @param {string[]} cells */
function printLine(name, ...cells) {
  console.log(name.padEnd(42) + cells.map((cell) => cell.padStart(13)).join(''));
}
