import { expect, test } from 'vitest';
import { digitCurves } from './digitCurves';

/** A 7 that was taken for a 1 on the way. */
const readings = [
  { step: 0, shares: [0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1] },
  { step: 10, shares: [0, 0.6, 0, 0, 0, 0, 0, 0.3, 0, 0.1] },
  { step: 20, shares: [0, 0.1, 0, 0, 0, 0, 0, 0.7, 0, 0.2] },
].map(({ step, shares }) => ({ step, probabilities: Float32Array.from(shares) }));

test('the guess is drawn over its rival, and both over the other eight', () => {
  const { guess, rival, lines } = digitCurves(readings, (step) => step + 1);
  expect([guess, rival]).toEqual([7, 1]);
  expect(lines).toHaveLength(10);
  expect(lines.map(({ label }) => label).slice(-2)).toEqual(['1', '7']);
  expect(lines[9].points.map(({ x }) => x)).toEqual([0, 10, 20]);
  expect(lines[9].points.at(-1)!.y).toBeCloseTo(0.7);
  expect(lines[8].points[1].y).toBeCloseTo(0.6);
});

test('readings of steps that have no place yet are left out, and keep their number', () => {
  const ends = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
  const { lines, rows } = digitCurves(readings, (step) => ends[step]);
  expect(lines[9].points.map(({ x }) => x)).toEqual([0, 10]);
  expect(rows.map(({ id }) => id)).toEqual([0, 1]);
});
