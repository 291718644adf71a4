import { expect, test } from 'vitest';
import { createRandom } from '../../lib/random';
import type { ImageSet } from '../imageSet';
import { loadedImages } from '../imageSet';
import { PATTERN_LENGTH, PATTERN_NORM, createEdgePatterns } from './edgePattern';
import { eulerNumber } from './eulerNumber';
import { NEAREST_COUNT, createNearestDigits } from './nearestDigits';

const patternOf = (image: Uint8Array) => {
  const pattern = new Uint8Array(PATTERN_LENGTH);
  createEdgePatterns()(image, 0, pattern);
  return pattern;
};

/** A box of ink, in pixels; the rest is paper. */
function box(left: number, top: number, width: number, height: number, ink = 255): Uint8Array {
  const image = new Uint8Array(784);
  for (let y = top; y < top + height; y++) image.fill(ink, 28 * y + left, 28 * y + left + width);
  return image;
}

function noise(count: number): Uint8Array {
  const random = createRandom(3);
  return Uint8Array.from({ length: 784 * count }, () => (random.below(4) === 0 ? random.below(256) : 0));
}

const eulerOf = (image: Uint8Array) => Math.max(-9, Math.min(9, eulerNumber(image, 0)));

const squaredDistance = (a: Uint8Array, b: Uint8Array) =>
  a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0);

test('a pattern has the same length whatever the image, and is nothing for paper', () => {
  for (const image of [box(12, 4, 3, 20), box(4, 4, 20, 20, 90), noise(1)]) {
    const length = Math.sqrt(patternOf(image).reduce((sum, value) => sum + value ** 2, 0));
    expect(Math.abs(length / PATTERN_NORM - 1)).toBeLessThan(0.01);
  }
  expect(Math.max(...patternOf(new Uint8Array(784)))).toBe(0);
  expect(Math.max(...patternOf(new Uint8Array(784).fill(255)))).toBeGreaterThan(0);
});

test('fainter ink changes nothing, another direction nearly everything', () => {
  const upright = patternOf(box(12, 4, 3, 20));
  const faint = patternOf(box(12, 4, 3, 20, 100));
  const across = patternOf(box(4, 12, 20, 3));
  const wider = patternOf(box(12, 4, 4, 20));
  expect(squaredDistance(upright, faint)).toBeLessThan(100);
  expect(squaredDistance(upright, wider)).toBeLessThan(0.1 * squaredDistance(upright, across));
});

test('a quarter turn of the image turns its edges a quarter, cell by cell', () => {
  const image = noise(1);
  const turned = image.map((_, i) => image[28 * (27 - (i % 28)) + Math.floor(i / 28)]);
  const [before, after] = [patternOf(image), patternOf(turned)];
  for (let cell = 0; cell < 25; cell++) {
    const [row, column] = [Math.floor(cell / 5), cell % 5];
    for (let direction = 0; direction < 8; direction++) {
      const to = 8 * (5 * column + (4 - row)) + ((direction + 2) % 8);
      expect(Math.abs(after[to] - before[8 * cell + direction])).toBeLessThanOrEqual(1);
    }
  }
});

test('finds those that a search without short cuts finds, and leaves one out where asked', () => {
  const images = noise(200);
  const digits = createNearestDigits(loadedImages(images, new Uint8Array(200)));
  expect(digits.takeIn(Infinity)).toBe(true);
  const digit = noise(201).subarray(784 * 200);
  const distanceTo = (image: Uint8Array) =>
    Math.hypot(
      Math.sqrt(squaredDistance(patternOf(digit), patternOf(image))) / PATTERN_NORM,
      0.12 * (eulerOf(digit) - eulerOf(image)),
    );
  const all = Array.from({ length: 200 }, (_, image) => ({
    image,
    distance: distanceTo(images.subarray(784 * image, 784 * (image + 1))),
  })).sort((a, b) => a.distance - b.distance);
  const found = digits.nearest(digit);
  expect(found.map(({ image }) => image)).toEqual(all.slice(0, NEAREST_COUNT).map(({ image }) => image));
  expect(found[0].distance).toBeCloseTo(all[0].distance, 10);

  const own = images.subarray(784 * 17, 784 * 18);
  expect(digits.nearest(own)[0]).toEqual({ image: 17, distance: 0 });
  expect(digits.nearest(own, 17).map(({ image }) => image)).not.toContain(17);
});

test('takes in what has arrived, piece by piece, and no more than it may', () => {
  const set = { ...loadedImages(noise(300), new Uint8Array(300)), loadedCount: 0 } satisfies ImageSet;
  const digits = createNearestDigits(set, 250);
  expect(digits.takeIn(Infinity)).toBe(true);
  expect(digits.imageCount).toBe(0);
  set.loadedCount = 120;
  expect(digits.takeIn(0)).toBe(false);
  expect(digits.imageCount).toBe(50);
  expect(digits.takeIn(Infinity)).toBe(true);
  expect(digits.imageCount).toBe(120);
  set.loadedCount = 300;
  digits.takeIn(Infinity);
  expect(digits.imageCount).toBe(250);
});
