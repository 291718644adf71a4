import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numberLine } from './numberLine';

test('the old weight is in the middle, and the longer step fits', () => {
  const line = numberLine(0.05, [-0.001, 0.00002])!;
  expect(line.mark).toBeCloseTo(0.0005, 12);
  expect(line.place(0.05)).toBe(0.5);
  expect(line.place(0.049)).toBeCloseTo(0.3, 10);
});

test('whatever the steps, the longer one takes a good part of its side and stays on it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 1e-12, max: 1e6, noNaN: true }),
      fc.boolean(),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (size, isUp, other) => {
        const step = isUp ? size : -size;
        const line = numberLine(0, [step, other * size])!;
        const length = Math.abs(line.place(step) - 0.5);
        expect(length).toBeGreaterThan(0.19);
        expect(length).toBeLessThan(0.5);
        expect(line.mark / 10 ** Math.floor(Math.log10(line.mark * 1.0001))).toBeOneOf(
          [1, 2, 5].map((factor) => expect.closeTo(factor, 6)),
        );
      },
    ),
  );
});

test.each([[[0, 0]], [[NaN, 1]], [[Infinity, 1]]])('%j cannot be drawn', (steps) => {
  expect(numberLine(1, steps)).toBeNull();
});
