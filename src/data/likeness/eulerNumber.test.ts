import { expect, test } from 'vitest';
import { createRandom } from '../../lib/random';
import { DIGIT_SIDE } from '../digitSide';
import { eulerNumber } from './eulerNumber';

/** An image of the given rows, somewhere in the middle; # is ink. */
function picture(...rows: string[]): Uint8Array {
  const image = new Uint8Array(DIGIT_SIDE ** 2);
  rows.forEach((row, y) =>
    [...row].forEach((sign, x) => (image[28 * (y + 9) + x + 11] = sign === '#' ? 255 : 0)),
  );
  return image;
}

/** Parts less holes, by filling them one by one. */
function byFilling(image: Uint8Array): number {
  const side = DIGIT_SIDE + 2;
  const isInk = (at: number) => {
    const [x, y] = [(at % side) - 1, Math.floor(at / side) - 1];
    return x >= 0 && y >= 0 && x < DIGIT_SIDE && y < DIGIT_SIDE && image[28 * y + x] >= 128;
  };
  const seen = new Set<number>();
  // The paper around is no hole.
  let number = 1;
  for (let first = 0; first < side ** 2; first++) {
    if (seen.has(first)) continue;
    number += isInk(first) ? 1 : -1;
    const waiting = [first];
    while (waiting.length > 0) {
      const at = waiting.pop()!;
      if (seen.has(at) || isInk(at) !== isInk(first)) continue;
      seen.add(at);
      const steps = [-1, 1, -side, side, ...(isInk(first) ? [-side - 1, -side + 1, side - 1, side + 1] : [])];
      waiting.push(
        ...steps
          .map((step) => at + step)
          .filter((to) => to >= 0 && to < side ** 2 && Math.abs((to % side) - (at % side)) <= 1),
      );
    }
  }
  return number;
}

test.each([
  ['paper', 0, []],
  ['a stroke', 1, ['###', '..#', '.#.']],
  ['a ring', 0, ['###', '#.#', '###']],
  ['an eight', -1, ['###', '#.#', '###', '#.#', '###']],
  ['two dots', 2, ['#.#']],
  ['a ring that is closed at corners', 0, ['.#.', '#.#', '.#.']],
  ['a ring with a dot in it', 1, ['#####', '#...#', '#.#.#', '#...#', '#####']],
])('%s has the number %d', (_, number, rows) => {
  expect(eulerNumber(picture(...rows), 0)).toBe(number);
});

test('of any image, up to its edges, it is the number of parts less that of holes', () => {
  const random = createRandom(5);
  for (const oneIn of [2, 3, 6]) {
    const images = Uint8Array.from({ length: 3 * 784 }, () => (random.below(oneIn) === 0 ? 128 : 127));
    for (let image = 0; image < 3; image++) {
      expect(eulerNumber(images, 784 * image)).toBe(
        byFilling(images.subarray(784 * image, 784 * image + 784)),
      );
    }
  }
  expect(eulerNumber(new Uint8Array(784).fill(255), 0)).toBe(1);
});
