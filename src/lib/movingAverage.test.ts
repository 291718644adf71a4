import { describe, expect, it } from 'vitest';
import { movingAverage } from './movingAverage';

describe('movingAverage', () => {
  it('leaves the values alone without smoothing', () => {
    expect([...movingAverage(Float32Array.of(3, 1, 2), 0)]).toEqual([3, 1, 2]);
  });

  it('begins at the first value instead of 0', () => {
    const averages = movingAverage(Float32Array.of(4, 4, 4), 0.9);
    averages.forEach((average) => expect(average).toBeCloseTo(4, 5));
  });

  it('weighs the newest value by 1 − smoothing, over the weight so far', () => {
    // (0.5 · 0.5 · 1 + 0.5 · 3) / (0.25 + 0.5)
    expect(movingAverage(Float32Array.of(1, 3), 0.5)[1]).toBeCloseTo(1.75 / 0.75, 5);
  });

  it('keeps a missing value missing and goes on', () => {
    const averages = movingAverage(Float32Array.of(2, NaN, 2, Infinity), 0.9);
    expect(averages[1]).toBeNaN();
    expect(averages[2]).toBeCloseTo(2, 5);
    expect(averages[3]).toBeNaN();
  });
});
