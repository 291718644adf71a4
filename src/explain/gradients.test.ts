import { expect, test } from 'vitest';
import { createRandom } from '../lib/random';
import { presets } from '../model/presets';
import { stripes } from '../data/stripes';
import { inputGradient } from './inputGradient';
import { integratedGradients } from './integratedGradients';
import { allAtOnce } from './pieces';
import { smallArticle, smallDeep } from './testModels';
import { trainedReader } from './trainedReader';
import { sumOf } from './valueMap';

const images = stripes(64);
const digitAt = (index: number) =>
  Float64Array.from(images.images.subarray(784 * index, 784 * (index + 1)), (byte) => byte / 255);
const pair = { target: images.labels[0], rival: (images.labels[0] + 1) % 10 };

/** How far a pixel is moved to either side. */
const WIDTH = 1e-5;

test.each([smallArticle, smallDeep, presets.softmax])(
  '$name: gradients are the slopes along pixels',
  (spec) => {
    const reader = trainedReader(spec, images, 8);
    const digit = digitAt(0);
    const gradient = inputGradient(reader, digit, pair);
    const random = createRandom(1);
    const differenceAt = (pixel: number, change: number) => {
      const moved = digit.slice();
      moved[pixel] += change;
      const logits = reader.logits(moved);
      return logits[pair.target] - logits[pair.rival];
    };
    for (let trial = 0; trial < 40; trial++) {
      const pixel = random.below(784);
      const slope = (differenceAt(pixel, WIDTH) - differenceAt(pixel, -WIDTH)) / (2 * WIDTH);
      expect(gradient[pixel]).toBeCloseTo(slope, 5);
    }
  },
);

test.each([smallArticle, smallDeep, presets.softmax])('$name: integrated gradients add up', (spec) => {
  const reader = trainedReader(spec, images, 8);
  const digit = digitAt(0);
  const { values, change, gap, steps } = allAtOnce(integratedGradients(reader, digit, pair));
  const [atDigit, atPaper] = [digit, new Float64Array(784)].map((pixels) => {
    const logits = reader.logits(pixels);
    return logits[pair.target] - logits[pair.rival];
  });
  expect(change).toBeCloseTo(atDigit - atPaper, 10);
  expect(sumOf(values) - change).toBeCloseTo(gap, 10);
  expect(Math.abs(gap)).toBeLessThan(1e-2);
  expect(steps).toBeGreaterThanOrEqual(9);
  // Paper has no share.
  expect(digit.every((ink, pixel) => ink !== 0 || values[pixel] === 0)).toBe(true);
});

test('the gradients of integrated gradients are the mean over the middles of equal parts', () => {
  const reader = trainedReader(smallDeep, images, 8);
  const digit = digitAt(0);
  const { values, steps } = allAtOnce(integratedGradients(reader, digit, pair));
  const sum = new Float64Array(784);
  for (let part = 0; part < steps; part++) {
    const t = (part + 0.5) / steps;
    inputGradient(
      reader,
      digit.map((ink) => t * ink),
      pair,
    ).forEach((slope, pixel) => (sum[pixel] += slope));
  }
  values.forEach((value, pixel) => expect(value).toBeCloseTo((digit[pixel] * sum[pixel]) / steps, 8));
});
