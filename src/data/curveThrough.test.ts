import { describe, expect, test } from 'vitest';
import { curveThrough } from './curveThrough';

describe('curveThrough', () => {
  test('goes through every point, in order', () => {
    const points = [
      { x: 0, y: 0 },
      { x: 1, y: 2 },
      { x: 3, y: 1 },
    ];
    const curve = curveThrough(points);
    expect(curve.filter((_, i) => i % 10 === 0)).toEqual(points);
  });

  test('along a straight line stays on it', () => {
    const line = [0, 1, 2, 3].map((x) => ({ x, y: 2 * x }));
    for (const { x, y } of curveThrough(line)) expect(y).toBeCloseTo(2 * x);
  });

  test('of one point is that point', () => {
    expect(curveThrough([{ x: 1, y: 1 }])).toEqual([{ x: 1, y: 1 }]);
  });
});
