import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minMaxBuckets } from './minMaxBuckets';

describe('minMaxBuckets', () => {
  it('keeps a short curve whole', () => {
    expect(minMaxBuckets(Float32Array.of(3, 1, 2), 400)).toEqual({ indices: [0, 1, 2], missing: [] });
  });

  it('has nothing to draw of nothing', () => {
    expect(minMaxBuckets(new Float32Array(0), 400)).toEqual({ indices: [], missing: [] });
  });

  it('keeps a single peak of a long curve', () => {
    const values = new Float32Array(9_375);
    values[4_321] = 7;
    expect(minMaxBuckets(values, 400).indices).toContain(4_321);
  });

  it('marks missing values instead of drawing them', () => {
    const { indices, missing } = minMaxBuckets(Float32Array.of(1, NaN, 2, Infinity), 400);
    expect(indices).toEqual([0, 2]);
    expect(missing).toEqual([1, 3]);
  });

  it('never draws too many points, and always both extremes and both ends', () => {
    fc.assert(
      fc.property(
        fc.float32Array({ minLength: 1, maxLength: 2_000, noNaN: true, noDefaultInfinity: true }),
        fc.integer({ min: 8, max: 400 }),
        (values, maxPoints) => {
          const { indices } = minMaxBuckets(values, maxPoints);
          const drawn = indices.map((index) => values[index]);
          expect(indices.length).toBeLessThanOrEqual(Math.max(maxPoints, 1));
          expect(Math.max(...drawn)).toBe(Math.max(...values));
          expect(Math.min(...drawn)).toBe(Math.min(...values));
          expect(indices[0]).toBe(0);
          expect(indices.at(-1)).toBe(values.length - 1);
        },
      ),
    );
  });
});
