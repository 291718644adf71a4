import { describe, expect, it } from 'vitest';
import { linearTicks, logarithmicTicks } from './axisTicks';

describe('linearTicks', () => {
  it('labels round numbers up to the end', () => {
    expect(linearTicks(1_875, 5)).toEqual({ domain: [0, 1_875], ticks: [0, 500, 1_000, 1_500] });
    expect(linearTicks(0.3, 3).ticks).toEqual([0, 0.1, 0.2, 0.3]);
  });

  it('has an axis before there is anything to show', () => {
    expect(linearTicks(0, 5).domain).toEqual([0, 1]);
    expect(linearTicks(NaN, 5).domain).toEqual([0, 1]);
  });
});

describe('logarithmicTicks', () => {
  it('labels 1, 2 and 5 of a short span', () => {
    expect(logarithmicTicks(0.3, 2.4)).toEqual({ domain: [0.2, 5], ticks: [0.2, 0.5, 1, 2, 5] });
  });

  it('labels only powers of ten of a long span', () => {
    expect(logarithmicTicks(0.0003, 2.4)).toEqual({
      domain: [0.0001, 10],
      ticks: [0.0001, 0.001, 0.01, 0.1, 1, 10],
    });
  });

  it('gives a single value some room', () => {
    expect(logarithmicTicks(1, 1).domain).toEqual([1, 2]);
    expect(logarithmicTicks(5, 5).domain).toEqual([5, 10]);
  });
});
