import { expect, test } from 'vitest';
import { softmax } from '../engine/reference/crossEntropy';
import { indexOfLargest } from '../lib/indexOfLargest';
import { presets } from '../model/presets';
import { stripes } from '../data/stripes';
import { allAtOnce } from './pieces';
import { smallArticle, smallDeep } from './testModels';
import { GOAL_PROBABILITY, READING_COUNT, smallestChange } from './smallestChange';
import { trainedReader } from './trainedReader';

const images = stripes(64);
const digitAt = (index: number) =>
  Float64Array.from(images.images.subarray(784 * index, 784 * (index + 1)), (byte) => byte / 255);

test.each([
  { spec: presets.softmax, steps: 60 },
  { spec: smallArticle, steps: 25 },
  { spec: smallDeep, steps: 120 },
])('$spec.name: the changed digit is read as wanted, and is still a picture', ({ spec, steps }) => {
  const reader = trainedReader(spec, images, steps);
  const digit = digitAt(2);
  const guess = indexOfLargest(reader.logits(digit));
  for (const by of [1, 4]) {
    const wanted = (guess + by) % 10;
    const { pixels, isReached, length, changedPixels, readings } = allAtOnce(
      smallestChange(reader, digit, wanted),
    );
    expect(isReached).toBe(true);
    expect(softmax(reader.logits(pixels))[wanted]).toBeGreaterThanOrEqual(GOAL_PROBABILITY - 1e-9);
    expect(pixels.every((ink) => ink >= 0 && ink <= 1)).toBe(true);
    // Small beside the digit itself, and not every pixel takes part.
    expect(length).toBeLessThan(Math.hypot(...digit));
    expect(changedPixels).toBeLessThan(784);
    expect(readings.length).toBe(READING_COUNT);
    expect(indexOfLargest(readings[0])).toBe(guess);
    expect(indexOfLargest(readings[READING_COUNT - 1])).toBe(wanted);
  }
});

test('a linear model leaves nothing to find: half the change is not enough', () => {
  const reader = trainedReader(presets.softmax, images, 60);
  const digit = digitAt(2);
  const wanted = (images.labels[2] + 1) % 10;
  const { pixels } = allAtOnce(smallestChange(reader, digit, wanted));
  const half = digit.map((ink, pixel) => (ink + pixels[pixel]) / 2);
  expect(softmax(reader.logits(half))[wanted]).toBeLessThan(GOAL_PROBABILITY);
});

test('a digit that is read as wanted already needs no change', () => {
  const reader = trainedReader(presets.softmax, images, 200);
  const digit = digitAt(2);
  const { length, isReached } = allAtOnce(smallestChange(reader, digit, images.labels[2]));
  expect(isReached).toBe(true);
  expect(length).toBe(0);
});
