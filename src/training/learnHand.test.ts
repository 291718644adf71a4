import { describe, expect, test } from 'vitest';
import { loadedImages } from '../data/imageSet';
import { IMAGE_BYTES } from '../data/manifest';
import { stripes } from '../data/stripes';
import { defaultOptimizers } from '../engine/optimizer';
import { createTfjsEngine } from '../engine/tfjs/tfjsEngine';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import type { HandDigits } from './learnHand';
import { handAugmentation, learnHand, mixWithHand, scoreHand } from './learnHand';

const known = stripes(300);
const never = new AbortController().signal;

/** Someone who draws each digit as a bright column, as nobody else does. */
function columns(count: number): HandDigits {
  const random = createRandom(4);
  const labels = Uint8Array.from({ length: count }, (_, i) => i % 10);
  const images = new Uint8Array(count * IMAGE_BYTES);
  labels.forEach((label, image) => {
    for (let row = 0; row < 28; row++) {
      images[image * IMAGE_BYTES + row * 28 + 2 * label + 4] = 200 + random.below(56);
    }
  });
  return { images, labels };
}

async function open(source: ReturnType<typeof mixWithHand>) {
  const spec = { ...presets.softmax, augmentation: handAugmentation };
  return createTfjsEngine('cpu', 'test', {
    spec,
    weights: initialWeights(planModel(spec), createRandom(1)),
    optimizer: defaultOptimizers.adam,
    trainingImages: source,
    nodes: 1,
  });
}

describe('learning a hand', () => {
  test('what is trained with are images that were trained with, then the visitor’s', () => {
    const hand = columns(20);
    const source = mixWithHand(known, 250, hand);
    expect(source.loadedCount).toBe(270);
    expect(source.images.subarray(250 * IMAGE_BYTES)).toEqual(hand.images);
    expect(source.labels.subarray(250)).toEqual(hand.labels);
    expect(source.labels.subarray(0, 250)).toEqual(known.labels.subarray(0, 250));
  });

  test('the hand is learned, other drawings of it are read, and what was known is not forgotten', async () => {
    const hand = columns(50);
    const source = mixWithHand(known, 300, hand);
    const engine = await open(source);
    const before = await scoreHand(engine, hand, known, never);
    await learnHand(engine, source, hand.labels.length, createRandom(1), never);
    const after = await scoreHand(engine, columns(70), known, never);
    expect(before.own.correct / before.own.imageCount).toBeLessThan(0.4);
    expect(after.own.correct / after.own.imageCount).toBeGreaterThan(0.8);
    expect(after.test.correct).toBeGreaterThan(0.8 * known.imageCount);
    await engine.dispose();
  });

  test('ends when its run is abandoned', async () => {
    const source = mixWithHand(known, 300, columns(10));
    const engine = await open(source);
    const abandoned = AbortSignal.abort(new Error('abandoned'));
    await expect(learnHand(engine, source, 10, createRandom(1), abandoned)).rejects.toThrow('abandoned');
    await engine.dispose();
  });

  test('a set that is all there waits for nothing', async () => {
    const { images, labels } = columns(3);
    await expect(loadedImages(images, labels).until(3)).resolves.toBeUndefined();
  });
});
