/**
 * node bench/hand.mjs [--presets article,robust] [--seed 1] [--writers 5] [--train 60000]
 *
 * Learning a hand, through the page in Chromium: made-up writers correct five drawings of each digit and press "Learn my hand". Says how
 * many of 50 other drawings are misread before and after, and how the test images fare. Build first (npm run build).
 */
import { parseArgs } from 'node:util';
import { readDrawing } from './drawings/readDrawing.mjs';
import { createWriter } from './drawings/writers.mjs';
import { openBuiltPage } from './openBuiltPage.mjs';

const { values: options } = parseArgs({
  options: {
    presets: { type: 'string', default: 'article,robust' },
    seed: { type: 'string', default: '1' },
    writers: { type: 'string', default: '5' },
    train: { type: 'string', default: '60000' },
  },
});
const digits = Array.from({ length: 50 }, (_, i) => i % 10);

const { context, address, close } = await openBuiltPage();
for (const preset of options.presets.split(',')) {
  const page = await context.newPage();
  await page.goto(`${address}#preset=${preset}&seed=${options.seed}&train=${options.train}&lang=en`);
  await page.getByRole('status', { name: 'Device' }).filter({ hasText: '·' }).waitFor();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const result = page.getByRole('region', { name: 'Test result' }).getByText('Accuracy:');
  await result.waitFor({ timeout: 0 });
  console.log(`${preset}, seed ${options.seed}: ${await result.innerText()}`);
  for (let seed = 1; seed <= Number(options.writers); seed++) {
    const writer = createWriter(1000 + seed);
    const lesson = digits.map((digit) => ({ digit, strokes: writer.draw(digit) }));
    const others = digits.map((digit) => ({ digit, strokes: writer.draw(digit) }));
    const countMistakes = async () => {
      let mistakes = 0;
      for (const { digit, strokes } of others) {
        if ((await readDrawing(page, strokes)) !== digit) mistakes++;
      }
      return mistakes;
    };
    const before = await countMistakes();
    for (const { digit, strokes } of lesson) {
      await readDrawing(page, strokes);
      await page.getByRole('button', { name: `I drew a ${digit}` }).click();
    }
    await page.getByRole('button', { name: 'Learn my hand' }).click();
    const learned = page.getByText('Learned in');
    await learned.waitFor({ timeout: 0 });
    const outcome = await learned.innerText();
    const after = await countMistakes();
    console.log(`  writer ${seed}: ${before} of 50 misread before, ${after} after. ${outcome}`);
    await page.getByRole('button', { name: 'Undo learning' }).click();
    await page.getByRole('button', { name: 'Forget all' }).click();
  }
  await page.close();
}
await close();
