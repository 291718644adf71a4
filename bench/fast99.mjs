/**
 * node bench/fast99.mjs [--seeds 1,2,3,4,5] [--engine auto] [--python PATH]
 *
 * The recipe `fast99` through the page in Chromium, as a visitor would have it, and, where a Python with TensorFlow is
 * named, by native Keras in turn (bench/fast99.py): test accuracy and time, their means last. Build first (npm run build).
 */
import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { openBuiltPage } from './openBuiltPage.mjs';

/** @typedef {{ accuracy: number, seconds: number }} Outcome */

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1,2,3,4,5' },
    engine: { type: 'string', default: 'auto' },
    python: { type: 'string' },
  },
});
const { engine, python } = options;
if (!python)
  console.log('Without --python PATH, a Python with TensorFlow, there is no Keras to compare with.');

const { context, address, close } = await openBuiltPage();
/** @type {Outcome[]} */
const onPage = [];
/** @type {Outcome[]} */
const inKeras = [];
for (const seed of options.seeds.split(',')) {
  onPage.push(await trainOnPage(seed));
  report(`seed ${seed}, ${engine}`, onPage.slice(-1));
  if (!python) continue;
  inKeras.push(
    JSON.parse(execFileSync(python, ['bench/fast99.py', seed], { encoding: 'utf8', stdio: 'pipe' })),
  );
  report(`seed ${seed}, Keras`, inKeras.slice(-1));
}
report(`mean, ${engine}`, onPage);
if (python) report('mean, Keras', inKeras);
await close();

/** @param {string} seed @returns {Promise<Outcome>} */
async function trainOnPage(seed) {
  const page = await context.newPage();
  await page.goto(`${address}#preset=fast99&seed=${seed}&engine=${engine}&lang=en`);
  await page.getByRole('status', { name: 'Device' }).filter({ hasText: '·' }).waitFor();
  const startMs = performance.now();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const line = page.getByRole('region', { name: 'Test result' }).getByText('Accuracy:');
  await line.waitFor({ timeout: 0 });
  const seconds = (performance.now() - startMs) / 1000;
  const accuracy = Number((await line.innerText()).replace('Accuracy:', ''));
  await page.close();
  return { accuracy, seconds };
}

/** @param {string} title @param {readonly Outcome[]} outcomes */
function report(title, outcomes) {
  /** @param {keyof Outcome} key */
  const mean = (key) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0) / outcomes.length;
  console.log(`${title}: accuracy ${mean('accuracy').toFixed(5)}, ${mean('seconds').toFixed(1)} s`);
}
