/**
 * node bench/drawings.mjs [--presets article,robust] [--seed 1] [--writers 60] [--each 2] [--engine auto]
 *
 * Trains each preset through the page in Chromium, then draws digits on the pad with the mouse, stroke by stroke, and reads the guess:
 * the share that is read right, of drawings in ways of our own and of Hershey's, and digit by digit. Build first (npm run build).
 */
import { parseArgs } from 'node:util';
import { readDrawing } from './drawings/readDrawing.mjs';
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
