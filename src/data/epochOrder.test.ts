import { describe, expect, test } from 'vitest';
import { createRandom } from '../lib/random';
import { epochOrder } from './epochOrder';

const sorted = (order: Uint32Array) => Array.from(order).sort((a, b) => a - b);
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe('epochOrder', () => {
  test('goes through every image once, in an order that the seed decides', () => {
    for (const count of [1, 2, 4_999, 5_000, 5_001, 12_345, 60_000]) {
      for (const epoch of [0, 1]) {
        const order = epochOrder(epoch, count, createRandom(1));
        expect(sorted(order)).toEqual(upTo(count));
        expect(epochOrder(epoch, count, createRandom(1))).toEqual(order);
        if (count > 100) expect(epochOrder(epoch, count, createRandom(2))).not.toEqual(order);
      }
    }
  });

  test('the first epoch needs one shard more for every half shard drawn', () => {
    const order = epochOrder(0, 60_000, createRandom(3));
    order.subarray(0, 27_500).forEach((image, place) => {
      expect(image).toBeLessThan(5_000 * (Math.floor(place / 2_500) + 1));
    });
  });

  test('half of it, and later epochs as a whole, are drawn from all images alike', () => {
    const mean = (images: Uint32Array) => images.reduce((sum, image) => sum + image, 0) / images.length;
    const later = epochOrder(1, 60_000, createRandom(4));
    for (let start = 0; start < 60_000; start += 10_000) {
      // The mean of 10,000 of 0 … 59,999 strays by 160.
      expect(Math.abs(mean(later.subarray(start, start + 10_000)) - 30_000)).toBeLessThan(700);
    }
    const first = epochOrder(0, 60_000, createRandom(4)).subarray(27_500);
    for (let start = 0; start + 10_000 <= first.length; start += 10_000) {
      const whole = mean(first);
      expect(Math.abs(mean(first.subarray(start, start + 10_000)) - whole)).toBeLessThan(700);
    }
  });
});
