import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { learningRateAt, scheduleNames } from './schedule';

const PEAK = 0.01;
const STEPS = 100;
const rates = (schedule: (typeof scheduleNames)[number]) =>
  Array.from({ length: STEPS }, (_, step) => learningRateAt(schedule, PEAK, step, STEPS));
const changes = (values: readonly number[]) => values.slice(1).map((value, i) => value - values[i]);

describe('learningRateAt', () => {
  test('constant stays at the peak', () => {
    expect(new Set(rates('constant'))).toEqual(new Set([PEAK]));
  });

  test('cosine falls from the peak through its half towards 0', () => {
    const cosine = rates('cosine');
    expect(cosine[0]).toBe(PEAK);
    expect(cosine[STEPS / 2]).toBeCloseTo(PEAK / 2, 12);
    expect(cosine.at(-1)).toBeLessThan(PEAK / 1000);
    expect(changes(cosine).every((change) => change < 0)).toBe(true);
  });

  test('one-cycle rises from a 25th to the peak at 30 %, then falls towards 0', () => {
    const oneCycle = rates('oneCycle');
    expect(oneCycle[0]).toBeCloseTo(PEAK / 25, 12);
    expect(oneCycle[30]).toBe(PEAK);
    expect(oneCycle.at(-1)).toBeLessThan(PEAK / 50);
    expect(changes(oneCycle.slice(0, 31)).every((change) => change > 0)).toBe(true);
    expect(changes(oneCycle.slice(30)).every((change) => change < 0)).toBe(true);
  });

  test('every step of every run has a rate above 0 and at most the peak', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scheduleNames),
        fc.integer({ min: 1, max: 60_000_000 }),
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (schedule, totalSteps, part) => {
          const rate = learningRateAt(schedule, PEAK, Math.floor(part * totalSteps), totalSteps);
          expect(rate).toBeGreaterThan(0);
          expect(rate).toBeLessThanOrEqual(PEAK);
        },
      ),
    );
  });
});
