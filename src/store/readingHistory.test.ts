import { describe, expect, test } from 'vitest';
import type { Prediction } from '../worker/protocol';
import { withReading } from './readingHistory';

const reading = (step: number, sureness = 0.1): Prediction => ({
  step,
  probabilities: new Float32Array(10).fill((1 - sureness) / 9).fill(sureness, 7, 8),
});
const after = (steps: Iterable<number>) => {
  let readings: readonly Prediction[] = [];
  for (const step of steps) readings = withReading(readings, reading(step));
  return readings;
};
const steps = (readings: readonly Prediction[]) => readings.map(({ step }) => step);

describe('readings along a run', () => {
  test('the first ones are all kept', () => {
    expect(steps(after([0, 3, 6, 9, 12]))).toEqual([0, 3, 6, 9, 12]);
  });

  test('of a step the last reading counts', () => {
    const readings = withReading(after([0, 3, 6]), reading(6, 0.9));
    expect(steps(readings)).toEqual([0, 3, 6]);
    expect(readings[2].probabilities[7]).toBeCloseTo(0.9);
  });

  test('a run that is taken back forgets what it had read after that', () => {
    expect(steps(withReading(after([0, 3, 6, 9]), reading(4)))).toEqual([0, 3, 4]);
  });

  test('they begin with the first, end with the newest, and never crowd', () => {
    const all = Array.from({ length: 10_000 }, (_, i) => 3 * i);
    const kept = steps(after(all));
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(all.at(-1));
    expect(kept.length).toBeGreaterThan(80);
    expect(kept.length).toBeLessThan(600);
    // Where most is learned none is missing.
    expect(kept.slice(0, 60)).toEqual(all.slice(0, 60));
    // And nowhere is a gap wider than two that are too close to be told apart.
    kept.slice(1).forEach((step, i) => expect(step - kept[i]).toBeLessThan(3 + step / 40));
  });
});
