/**
 * node bench/drawings.mjs [--presets article,robust] [--seed 1] [--writers 60] [--each 2] [--engine auto]
 *
 * Trains each preset through the page in Chromium, then draws digits on the pad with the mouse, stroke by stroke, and reads the guess:
 * the share that is read right, of drawings in ways of our own and of Hershey's, and digit by digit. Build first (npm run build).
 */
import { parseArgs } from 'node:util';
import { createWriter } from './drawings/writers.mjs';
import { openBuiltPage } from './openBuiltPage.mjs';

const { values: options } = parseArgs({
  options: {
    presets: { type: 'string', default: 'article,robust' },
    seed: { type: 'string', default: '1' },
    writers: { type: 'string', default: '60' },
    each: { type: 'string', default: '2' },
    engine: { type: 'string', default: 'auto' },
  },
});

const { context, address, close } = await openBuiltPage();
for (const preset of options.presets.split(',')) {
  const page = await context.newPage();
  await page.goto(`${address}#preset=${preset}&seed=${options.seed}&engine=${options.engine}&lang=en`);
  await page.getByRole('status', { name: 'Device' }).filter({ hasText: '·' }).waitFor();
  const startedAt = performance.now();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const result = page.getByRole('region', { name: 'Test result' }).getByText('Accuracy:');
  await result.waitFor({ timeout: 0 });
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(0);
  console.log(`${preset}, seed ${options.seed}: ${await result.innerText()} after ${seconds} s`);

  for (const kind of /** @type {const} */ (['own', 'hershey'])) {
    const right = new Array(10).fill(0);
    const mistakes = new Map();
    const drawings = Number(options.writers) * Number(options.each);
    for (let seed = 1; seed <= Number(options.writers); seed++) {
      const writer = createWriter(seed, kind);
      for (let i = 0; i < 10 * Number(options.each); i++) {
        const digit = i % 10;
        const guess = await readDrawing(page, writer.draw(digit));
        if (guess === digit) right[digit]++;
        else mistakes.set(`${digit}→${guess}`, 1 + (mistakes.get(`${digit}→${guess}`) ?? 0));
      }
    }
    const share = (/** @type {number} */ count, /** @type {number} */ of) => ((100 * count) / of).toFixed(1);
    const total = right.reduce((sum, count) => sum + count);
    const common = [...mistakes].sort((a, b) => b[1] - a[1]).slice(0, 8);
    console.log(`  ${kind}: ${share(total, 10 * drawings)} % of ${10 * drawings} drawings`);
    console.log(`    by digit (%): ${right.map((count) => share(count, drawings)).join(' ')}`);
    console.log(`    most often misread: ${common.map(([name, count]) => `${name} ${count}`).join(', ')}`);
  }
  await page.close();
}
await close();

/**
 * Draws with the mouse on a cleared pad.
 * @param {import('playwright').Page} page
 * @param {import('./drawings/writers.mjs').Stroke[]} strokes
 * @returns {Promise<number>} the digit that is read
 */
async function readDrawing(page, strokes) {
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  if (await clear.isEnabled()) await clear.click();
  const box = await page.getByLabel('Drawing pad').boundingBox();
  if (!box) throw new Error('the pad is not on the screen');
  const at = (/** @type {readonly [number, number]} */ [x, y]) =>
    /** @type {const} */ ([box.x + x * box.width, box.y + y * box.height]);
  for (const [first, ...others] of strokes) {
    await page.mouse.move(...at(first));
    await page.mouse.down();
    for (const point of others) await page.mouse.move(...at(point));
    await page.mouse.up();
  }
  // Predictions come every 50 ms at most: two that agree after the last stroke are of the whole drawing.
  const guess = page.getByRole('status', { name: 'Prediction' });
  let before = '';
  for (;;) {
    await page.waitForTimeout(70);
    const text = await guess.innerText();
    if (text === before && /^\d/.test(text)) return Number(text[0]);
    before = text;
  }
}
