import { describe, expect, test } from 'vitest';
import { RANGE_STEPS, hasRunAway, rangeRate, suggestedRate } from './rateRange';

const rates = Float32Array.from({ length: RANGE_STEPS }, (_, step) => rangeRate(step));

describe('a learning-rate range test', () => {
  test('goes from one ten-millionth of the highest rate to the highest, by the same factor each step', () => {
    expect(rates[0]).toBeCloseTo(1e-6, 12);
    expect(rates.at(-1)).toBeCloseTo(10, 5);
    const factors = Array.from(rates.slice(1), (rate, i) => rate / rates[i]);
    for (const factor of factors) expect(factor).toBeCloseTo(factors[0], 4);
  });

  test('suggests a rate below where the loss falls fastest', () => {
    const losses = rates.map((rate) => 2.3 / (1 + (rate / 0.01) ** 2) + (rate > 0.5 ? 20 * rate : 0));
    const suggested = suggestedRate({ rates, losses })!;
    expect(suggested).toBeGreaterThanOrEqual(0.001);
    expect(suggested).toBeLessThan(0.02);
  });

  test('has nothing to suggest where the loss never falls', () => {
    expect(suggestedRate({ rates, losses: rates.map(() => 2.3) })).toBeNull();
    expect(suggestedRate({ rates: rates.slice(0, 1), losses: Float32Array.of(2.3) })).toBeNull();
  });

  test('is over when the loss runs away or is no longer a number', () => {
    expect(hasRunAway([])).toBe(false);
    expect(hasRunAway([2.3, 2.2, 2, 1.5, 1.2])).toBe(false);
    expect(hasRunAway([2.3, 2.2, 1, 0.5, 80])).toBe(true);
    expect(hasRunAway([2.3, NaN])).toBe(true);
    expect(hasRunAway([2.3, Infinity])).toBe(true);
  });
});
