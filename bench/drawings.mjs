/**
 * node bench/drawings.mjs [--presets article,robust] [--seed 1] [--writers 60] [--each 2] [--engine auto] [--strokes FILE] [--moved]
 *
 * Trains each preset through the page in Chromium, then draws digits on the pad with the mouse, stroke by stroke, and reads the guess:
 * the share that is read right, of drawings in ways of our own and of Hershey's, and digit by digit. With --strokes it draws what a
 * file holds instead, a list of {"digit": 7, "strokes": [[[x, y], …], …]} in JSON, x and y in parts of the pad. With --moved each
 * is drawn a second time, elsewhere and of another size, and the share that is read as before is told, too. Build first (npm run build).
 */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { moveDrawing } from './drawings/moveDrawing.mjs';
import { readDrawing } from './drawings/readDrawing.mjs';
import { createWriter, mulberry } from './drawings/writers.mjs';
import { openBuiltPage } from './openBuiltPage.mjs';

const { values: options } = parseArgs({
  options: {
    presets: { type: 'string', default: 'article,robust' },
    seed: { type: 'string', default: '1' },
    writers: { type: 'string', default: '60' },
    each: { type: 'string', default: '2' },
    engine: { type: 'string', default: 'auto' },
    strokes: { type: 'string' },
    moved: { type: 'boolean', default: false },
  },
});
const sets = options.strokes === undefined ? [madeUp('own'), madeUp('hershey')] : [ofFile(options.strokes)];

/** @typedef {{ digit: number, strokes: import('./drawings/writers.mjs').Stroke[] }} DrawnDigit */

/** @param {'own' | 'hershey'} kind @returns {{ name: string, drawings: DrawnDigit[] }} */
function madeUp(kind) {
  const drawings = Array.from({ length: Number(options.writers) }, (_, i) => {
    const writer = createWriter(i + 1, kind);
    return Array.from({ length: 10 * Number(options.each) }, (_, k) => ({
      digit: k % 10,
      strokes: writer.draw(k % 10),
    }));
  });
  return { name: kind, drawings: drawings.flat() };
}

/** @param {string} path @returns {{ name: string, drawings: DrawnDigit[] }} */
function ofFile(path) {
  return { name: basename(path), drawings: JSON.parse(readFileSync(path, 'utf8')) };
}

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

  for (const { name, drawings } of sets) {
    const drawn = new Array(10).fill(0);
    const right = new Array(10).fill(0);
    const mistakes = new Map();
    const uniform = mulberry(1);
    let alike = 0;
    for (const { digit, strokes } of drawings) {
      const guess = await readDrawing(page, strokes);
      if (options.moved && (await readDrawing(page, moveDrawing(strokes, uniform))) === guess) alike++;
      drawn[digit]++;
      if (guess === digit) right[digit]++;
      else mistakes.set(`${digit}→${guess}`, 1 + (mistakes.get(`${digit}→${guess}`) ?? 0));
    }
    const share = (/** @type {number} */ count, /** @type {number} */ of) => ((100 * count) / of).toFixed(1);
    const total = right.reduce((sum, count) => sum + count);
    const common = [...mistakes].sort((a, b) => b[1] - a[1]).slice(0, 8);
    console.log(`  ${name}: ${share(total, drawings.length)} % of ${drawings.length} drawings`);
    if (options.moved)
      console.log(`    moved and scaled ${share(alike, drawings.length)} % are read as before`);
    console.log(`    by digit (%): ${right.map((count, digit) => share(count, drawn[digit])).join(' ')}`);
    console.log(
      `    most often misread: ${common.map(([mistake, count]) => `${mistake} ${count}`).join(', ')}`,
    );
  }
  await page.close();
}
await close();
