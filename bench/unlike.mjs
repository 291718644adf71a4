/**
 * node bench/unlike.mjs [--images 30000] [--sample 10000]
 *
 * How unlike any training image digits and other drawings are: what is usual for training images themselves, each compared with the others; and with
 * the page's threshold, how many of these, of test digits, digits of made-up writers, letters, shapes and scribbles are flagged.
 * AUROC: how often a drawing that is no digit is more unlike than a digit. Nothing is trained.
 */
import { parseArgs } from 'node:util';
import { createServer } from 'vite';
import { readIdx } from '../scripts/idx.mjs';
import { root } from '../scripts/root.mjs';
import { drawOthers } from './drawings/others.mjs';
import { createWriter } from './drawings/writers.mjs';

const FLAGGED_SHARE = 0.015;
const QUANTILES = 20;
/** A prime. */
const STRIDE = 7919;

const { values: options } = parseArgs({
  options: { images: { type: 'string', default: '30000' }, sample: { type: 'string', default: '10000' } },
});
const imageCount = Number(options.images);
const sampleCount = Number(options.sample);

const server = await createServer({
  configFile: false,
  root,
  appType: 'custom',
  optimizeDeps: { noDiscovery: true },
  server: { middlewareMode: true, watch: null, hmr: false, ws: false },
});
const { createNearestDigits } = /** @type {typeof import('../src/data/likeness/nearestDigits')} */ (
  await server.ssrLoadModule('/src/data/likeness/nearestDigits.ts')
);
const { USUAL_THRESHOLD, unlikeness } = /** @type {typeof import('../src/data/likeness/unlikeness')} */ (
  await server.ssrLoadModule('/src/data/likeness/unlikeness.ts')
);
const { digitFromDrawing } = /** @type {typeof import('../src/data/digitFromDrawing')} */ (
  await server.ssrLoadModule('/src/data/digitFromDrawing.ts')
);
const { loadedImages } = /** @type {typeof import('../src/data/imageSet')} */ (
  await server.ssrLoadModule('/src/data/imageSet.ts')
);
await server.close();

const training = loadedImages(
  readIdx('train-images-idx3-ubyte').subarray(0, 784 * imageCount),
  readIdx('train-labels-idx1-ubyte').subarray(0, imageCount),
);
const imageOf = (/** @type {Uint8Array} */ images, /** @type {number} */ image) =>
  images.subarray(784 * image, 784 * (image + 1));
const digits = createNearestDigits(training, imageCount);
const startedAt = performance.now();
digits.takeIn(Infinity);
console.log(
  `${imageCount} images: ${((1000 * (performance.now() - startedAt)) / imageCount).toFixed(1)} µs each to take in`,
);

/** @type {number[]} */
const searchesMs = [];
/** @param {Uint8Array} digit @param {number} [except] */
function measure(digit, except) {
  const begunAt = performance.now();
  const nearest = digits.nearest(digit, except);
  searchesMs.push(performance.now() - begunAt);
  return unlikeness(nearest, imageCount);
}

/** @param {number} count @param {number} of */
const spread = (count, of) => Array.from({ length: count }, (_, i) => Math.floor((i * of) / count));
/** Without a pattern: every tenth image would all be from one of MNIST's two sources, which take turns. @param {number} of */
const sample = (of) => Array.from({ length: Math.min(of, sampleCount) }, (_, i) => (i * STRIDE) % of);
const own = sample(imageCount)
  .map((image) => measure(imageOf(training.images, image), image))
  .sort((a, b) => a - b);
/** @param {number} share */
const quantile = (share) => own[Math.min(own.length - 1, Math.floor(share * own.length))];
console.log(`Training images, each among the others: median ${quantile(0.5).toFixed(3)}`);
console.log(`  ${100 * FLAGGED_SHARE} % lie beyond ${quantile(1 - FLAGGED_SHARE).toFixed(3)}`);
const steps = spread(QUANTILES, QUANTILES).map((i) => quantile((i + 0.5) / QUANTILES).toFixed(2));
console.log(`  of every ${100 / QUANTILES} % the middle: ${steps.join(' ')}`);

const testImages = readIdx('t10k-images-idx3-ubyte');
const test = sample(10_000).map((image) => measure(imageOf(testImages, image)));
console.log(`Flagged beyond ${USUAL_THRESHOLD}, and AUROC against test digits:`);
report('training images', own);
report('test digits', test);
for (const kind of /** @type {const} */ (['own', 'hershey'])) {
  const drawn = spread(60, 60).flatMap((seed) => {
    const writer = createWriter(seed + 1, kind);
    return spread(20, 20).map((i) => drawing(writer.draw(i % 10)));
  });
  report(`digits of made-up writers (${kind})`, drawn);
}
for (const [kind, drawings] of Object.entries(drawOthers(240))) {
  const measures = drawings.map(({ name, strokes }) => ({ name, value: drawing(strokes) }));
  report(
    kind,
    measures.map(({ value }) => value),
  );
  for (const name of new Set(measures.map((each) => each.name))) {
    const values = measures.filter((each) => each.name === name).map(({ value }) => value);
    if (kind !== 'letters') report(`    ${name}`, values);
  }
}
searchesMs.sort((a, b) => a - b);
const [half, most] = [0.5, 0.95].map((share) => searchesMs[Math.floor(share * searchesMs.length)].toFixed(1));
console.log(`A search: ${half} ms, 95 % of them within ${most} ms`);

/** @param {import('./drawings/writers.mjs').Stroke[]} strokes */
function drawing(strokes) {
  const asStrokes = strokes.map((points) => ({ width: 1, points: points.map(([x, y]) => ({ x, y })) }));
  return measure(
    /** @type {Uint8Array} */ (digitFromDrawing({ picture: null, strokes: asStrokes })),
    undefined,
  );
}

/** @param {string} name @param {number[]} values */
function report(name, values) {
  const flagged = values.filter((value) => value > USUAL_THRESHOLD).length / values.length;
  const sorted = [...test].sort((a, b) => a - b);
  const below = values.map((value) => sorted.filter((other) => other < value).length / sorted.length);
  const auroc = below.reduce((sum, share) => sum + share, 0) / below.length;
  console.log(`  ${name}: ${(100 * flagged).toFixed(1)} % of ${values.length}, AUROC ${auroc.toFixed(3)}`);
}
