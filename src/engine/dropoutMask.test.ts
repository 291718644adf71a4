import { expect, test } from 'vitest';
import { dropoutMask } from './dropoutMask';

test('drops the share it is told to and keeps the mean', () => {
  const mask = dropoutMask(0.3, 7, 2, 0, 100, 500);
  const dropped = mask.filter((factor) => factor === 0).length / mask.length;
  expect(dropped).toBeCloseTo(0.3, 2);
  expect(mask.reduce((sum, factor) => sum + factor, 0) / mask.length).toBeCloseTo(1, 2);
});

test('does not depend on how the batch is sliced', () => {
  const whole = dropoutMask(0.5, 7, 2, 0, 8, 10);
  const second = dropoutMask(0.5, 7, 2, 4, 4, 10);
  expect(Array.from(whole.subarray(40))).toEqual(Array.from(second));
});

test.each([
  ['seed', dropoutMask(0.5, 8, 2, 0, 8, 10)],
  ['layer', dropoutMask(0.5, 7, 3, 0, 8, 10)],
  ['image', dropoutMask(0.5, 7, 2, 8, 8, 10)],
])('another %s gives another mask', (_, other) => {
  expect(other).not.toEqual(dropoutMask(0.5, 7, 2, 0, 8, 10));
});
