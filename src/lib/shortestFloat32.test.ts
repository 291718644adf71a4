import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortestFloat32 } from './shortestFloat32';

test.each([
  [0.1, '0.1'],
  [2.302585, '2.302585'],
  [1 / 3, '0.33333334'],
  [16_777_216, '16777216'],
  [123.456, '123.456'],
  [1.401298464324817e-45, '1e-45'],
  [NaN, 'NaN'],
  [-Infinity, '-Infinity'],
])('%d as a float32 is %s', (value, text) => {
  expect(String(shortestFloat32(Math.fround(value)))).toBe(text);
});

test('every float32 comes back from its digits', () => {
  fc.assert(
    fc.property(fc.float(), (value) => {
      const digits = String(shortestFloat32(value));
      expect(Math.fround(Number(digits))).toBe(value === 0 ? Number(digits) : value);
      expect(digits.length).toBeLessThanOrEqual(String(value).length);
    }),
    { numRuns: 5_000 },
  );
});
