import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../lib/random';
import { presets } from '../model/presets';
import type { Augmentation } from '../model/spec';
import { boundsOf, distort, distortionLength, drawDistortion } from './distortion';
import { generatedAugmentation } from './generatedModels';

const SIDE = 28;
const still: Augmentation = {
  rotation: 0,
  zoom: 0,
  stretch: 0,
  shear: 0,
  shift: 0,
  waves: 0,
  thickness: 0,
};

/** A distortion that changes nothing but these of its numbers. */
function onlyWith(changes: Readonly<Record<number, number>>): Int32Array {
  const numbers = drawDistortion(still, 1, 1, SIDE, SIDE);
  Object.entries(changes).forEach(([k, value]) => (numbers[Number(k)] = value));
  return numbers;
}

const distorted = (image: Uint8Array, numbers: Int32Array) => distort(image, numbers, SIDE, SIDE);

function greys(seed: number): Uint8Array {
  const random = createRandom(seed);
  return Uint8Array.from({ length: SIDE * SIDE }, () => random.below(256));
}

/** Paper with ink at these rows and columns. */
function inked(...places: readonly (readonly [row: number, column: number])[]): Uint8Array {
  const image = new Uint8Array(SIDE * SIDE);
  for (const [row, column] of places) image[row * SIDE + column] = 255;
  return image;
}

describe('drawing a distortion', () => {
  test('every number stays within its bound, and all bounds are reached for', () => {
    const bounds = boundsOf(presets.robust.augmentation!);
    const most = new Array<number>(distortionLength(SIDE, SIDE)).fill(0);
    for (let place = 0; place < 3000; place++) {
      drawDistortion(presets.robust.augmentation!, 7, place, SIDE, SIDE).forEach((number, k) => {
        most[k] = Math.max(most[k], Math.abs(number));
      });
    }
    // The first four are the matrix.
    most.slice(4).forEach((number, i) => {
      const bound = i < 3 ? bounds[4 + i] : bounds[7];
      expect(number).toBeLessThanOrEqual(bound);
      expect(number).toBeGreaterThan(0.98 * bound);
    });
  });

  test('depends on the seed and the place, and on nothing else', () => {
    const draw = (seed: number, place: number) =>
      drawDistortion(presets.robust.augmentation!, seed, place, SIDE, SIDE);
    expect(draw(3, 4)).toEqual(draw(3, 4));
    expect(draw(3, 4)).not.toEqual(draw(3, 5));
    expect(draw(3, 4)).not.toEqual(draw(4, 4));
  });
});

describe('distorting', () => {
  test('nothing changes where all bounds are 0', () => {
    expect(distorted(greys(1), onlyWith({}))).toEqual(greys(1));
  });

  test('a shift of whole pixels moves the image, and paper follows', () => {
    // Each pixel comes from two pixels to the right and one below.
    const numbers = onlyWith({ 4: 512, 5: 256 });
    expect(distorted(inked([10, 10]), numbers)).toEqual(inked([9, 8]));
    expect(distorted(inked([0, 1]), numbers)).toEqual(inked());
  });

  test('half a pixel is shared by two', () => {
    const image = distorted(inked([10, 10]), onlyWith({ 4: 128 }));
    expect([...image.subarray(10 * SIDE + 8, 10 * SIDE + 12)]).toEqual([0, 128, 128, 0]);
  });

  test('a rotation turns clockwise around the middle', () => {
    // To first order: a pixel 9½ below the middle comes from 9½ · 0.3 = 2.85 to the left.
    const numbers = onlyWith({ 1: -Math.round(0.3 * 4096), 2: Math.round(0.3 * 4096) });
    const column = [...Array(SIDE).keys()];
    const image = distorted(inked(...column.map((row) => [row, 13] as const)), numbers);
    const middleOf = (row: number) => {
      const ink = image.subarray(row * SIDE, (row + 1) * SIDE);
      return ink.reduce((sum, value, at) => sum + value * at, 0) / ink.reduce((sum, value) => sum + value, 0);
    };
    expect(middleOf(23) - middleOf(4)).toBeCloseTo(0.3 * 19, 1);
  });

  test('a pulled crossing moves what is near it, and nothing beyond its neighbours', () => {
    // The crossing at row 8, column 16: the third of the second row of five.
    const at = 7 + 2 * (5 + 2);
    const image = distorted(greys(5), onlyWith({ [at]: 512 }));
    const differs = (row: number, column: number) =>
      image[row * SIDE + column] !== greys(5)[row * SIDE + column];
    expect(differs(8, 16)).toBe(true);
    image.forEach((_, pixel) => {
      const [row, column] = [Math.floor(pixel / SIDE), pixel % SIDE];
      if (Math.abs(row - 8) >= 8 || Math.abs(column - 16) >= 8) expect(differs(row, column)).toBe(false);
    });
  });

  test('strokes become thicker by their four neighbours, or vanish', () => {
    const cross = inked([5, 5], [4, 5], [6, 5], [5, 4], [5, 6]);
    expect(distorted(inked([5, 5]), onlyWith({ 6: 256 }))).toEqual(cross);
    expect(distorted(cross, onlyWith({ 6: -256 }))).toEqual(inked([5, 5]));
    expect(distorted(inked([5, 5]), onlyWith({ 6: 128 }))[5 * SIDE + 6]).toBe(128);
  });

  test('is an image again, whatever the bounds, and empty paper stays empty', () => {
    fc.assert(
      fc.property(generatedAugmentation, fc.nat(), (augmentation, seed) => {
        const numbers = drawDistortion(augmentation, seed, 3, SIDE, SIDE);
        const image = greys(seed);
        const most = Math.max(...distorted(image, numbers));
        expect(most).toBeLessThanOrEqual(Math.max(...image));
        expect(distorted(inked(), numbers)).toEqual(inked());
      }),
    );
  });
});
