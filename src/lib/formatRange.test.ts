import { expect, test } from 'vitest';
import { formatRange } from './formatRange';

test.each([
  [72, 364, '72–360'],
  [0, 0, '0'],
  [7.5, 27.5, '7.5–28'],
  [100, 100.4, '100'],
  [0.00001234, 12_345, '0.000012–12,000'],
])('%d to %d is %s', (low, high, text) => {
  expect(formatRange(low, high)).toBe(text);
});
