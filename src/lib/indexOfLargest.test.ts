import { expect, test } from 'vitest';
import { indexOfLargest } from './indexOfLargest';

test.each([
  [[3], 0],
  [[1, 5, 2], 1],
  [[-2, -1], 1],
  [[0.5, 0.5], 0],
])('indexOfLargest(%j) is %i', (numbers, expected) => {
  expect(indexOfLargest(numbers)).toBe(expected);
});
