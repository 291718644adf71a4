import type { ImageSet } from '../data/imageSet';
import { loadedImages } from '../data/imageSet';
import { IMAGE_BYTES } from '../data/manifest';
import type { Engine, ImageSource, Slice } from '../engine/engine';
import { hash32 } from '../lib/hash32';
import { nextTask } from '../lib/nextTask';
import type { Random } from '../lib/random';
import type { Augmentation } from '../model/spec';
import { evaluate } from './evaluate';
import { learningRateAt } from './schedule';

/** Digits of the visitor's own, and what they say they are. */
export interface HandDigits {
  /** 784 bytes each, one behind the other, 0 = paper. */
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
}

/** How many of some images are read right. */
export interface Score {
  readonly correct: number;
  readonly imageCount: number;
}

/** The same of the visitor's digits and of the test images. */
export interface HandScore {
  readonly own: Score;
  readonly test: Score;
}

/** Of each batch, how many are the visitor's. With 24 a hand that is far from MNIST's cost up to 0.7 points on its test images, with 12 less than 0.1. */
const BATCH = 64;
const OWN_IN_BATCH = 12;
/** Some seconds on one thread of a processor. */
const STEPS = 400;
const PEAK_RATE = 0.001;
/**
 * Where the weights end up on the way from the old ones (0) to the fine-tuned ones (1). At 1 `robust` lost up to 0.24 points on MNIST's test images,
 * at 0.7 up to 0.15, and hands were learned nearly as well.
 */
const PART_OF_THE_WAY = 0.7;
/** Slices whose results are read back together: what waits meanwhile waits no longer than a few of them. */
const GROUP_SLICES = 4;

/** A few drawings stand for all that a hand may draw, so they are shown in many forms. */
export const handAugmentation: Augmentation = {
  rotation: 0.17,
  zoom: 0.1,
  stretch: 0.12,
  shear: 0.15,
  shift: 1,
  waves: 1.7,
  thickness: 0.4,
};

/**
 * What is trained with: the images that the model was trained with, and behind them the visitor's.
 *
 * @param trained how many of `training` that were, from the first on, all of them loaded
 */
export function mixWithHand(training: ImageSet, trained: number, hand: HandDigits): ImageSource {
  const images = new Uint8Array((trained + hand.labels.length) * IMAGE_BYTES);
  images.set(training.images.subarray(0, trained * IMAGE_BYTES));
  images.set(hand.images, trained * IMAGE_BYTES);
  const labels = new Uint8Array(trained + hand.labels.length);
  labels.set(training.labels.subarray(0, trained));
  labels.set(hand.labels, trained);
  return { images, labels, loadedCount: labels.length };
}

/**
 * A short fine-tuning: each batch holds 12 of the visitor's digits, drawn again and again, and 52 images that are known already
 * (rehearsal: Robins, "Catastrophic forgetting, rehearsal and pseudorehearsal", 1995). The rate falls from 0.001 to 0 along half a cosine.
 * In the end the weights go back some of the way to where they came from, which keeps more of what was known (Wortsman et al., "Robust fine-tuning
 * of zero-shot models", 2022).
 *
 * @param engine made for `source`, with the weights to begin with
 */
export async function learnHand(
  engine: Engine,
  source: ImageSource,
  ownCount: number,
  random: Random,
  signal: AbortSignal,
): Promise<void> {
  const known = source.labels.length - ownCount;
  const before = await engine.readState();
  let group: Slice[] = [];
  for (let step = 0; step < STEPS; step++) {
    const indices = Uint32Array.from({ length: BATCH }, (_, i) =>
      i < OWN_IN_BATCH ? known + random.below(ownCount) : random.below(known),
    );
    const learningRate = learningRateAt('cosine', PEAK_RATE, step, STEPS);
    group.push(...slicesOf(indices, engine.maxSliceImages, hash32(step), learningRate));
    if (group.length < GROUP_SLICES && step < STEPS - 1) continue;
    await engine.step(group);
    group = [];
    // Questions that arrived meanwhile come first.
    await nextTask();
    signal.throwIfAborted();
  }
  const after = await engine.readState();
  await engine.writeState({
    ...after,
    weights: after.weights.map((end, i) => between(before.weights[i], end)),
  });
}

function between(start: Float32Array, end: Float32Array): Float32Array {
  return end.map((weight, i) => start[i] + PART_OF_THE_WAY * (weight - start[i]));
}

function slicesOf(indices: Uint32Array, most: number, seed: number, learningRate: number): Slice[] {
  const slices: Slice[] = [];
  for (let offset = 0; offset < indices.length; offset += most) {
    const part = indices.slice(offset, offset + most);
    const isLast = offset + most >= indices.length;
    slices.push({
      indices: part,
      batchSize: indices.length,
      offset,
      seed,
      update: isLast ? { learningRate } : null,
    });
  }
  return slices;
}

/** How an engine does on the visitor's digits, and on the test images. */
export async function scoreHand(
  engine: Engine,
  hand: HandDigits,
  test: ImageSet,
  signal: AbortSignal,
): Promise<HandScore> {
  return { own: await scoreOwn(engine, hand, signal), test: await score(engine, test, signal) };
}

/** How an engine does on the visitor's digits: a test set of their own, as long as it has not learned them. */
export function scoreOwn(engine: Engine, hand: HandDigits, signal: AbortSignal): Promise<Score> {
  return score(engine, loadedImages(hand.images, hand.labels), signal);
}

async function score(engine: Engine, images: ImageSet, signal: AbortSignal): Promise<Score> {
  for await (const event of evaluate(engine, images, signal)) {
    if (event.type === 'evaluated') return { correct: event.correct, imageCount: event.imageCount };
    await nextTask();
  }
  throw new Error('an evaluation ends with its result');
}
