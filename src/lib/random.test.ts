import { expect, test } from 'vitest';
import { hash32 } from './hash32';
import { createRandom } from './random';

test('xoshiro128** gives the published sequence for the state 1, 2, 3, 4', () => {
  const random = createRandom([1, 2, 3, 4]);
  expect(Array.from({ length: 4 }, () => random.uint32())).toEqual([11520, 0, 5927040, 70819200]);
});

test('a restored state goes on where it was', () => {
  const random = createRandom(42);
  random.uint32();
  const copy = createRandom(random.state());
  expect(copy.uniform()).toBe(random.uniform());
});

test('below() is in range and reaches every value', () => {
  const random = createRandom(1);
  const seen = new Set(Array.from({ length: 200 }, () => random.below(7)));
  expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6]);
});

test('hash32() is a bijection on a sample and spreads neighbours', () => {
  const hashes = Array.from({ length: 10_000 }, (_, i) => hash32(i));
  expect(new Set(hashes).size).toBe(10_000);
  expect(hashes.filter((hash) => hash < 2 ** 31).length / 10_000).toBeCloseTo(0.5, 1);
});
