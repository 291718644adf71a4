import { describe, expect, test } from 'vitest';
import type { Point, Stroke } from '../../data/drawing';
import { addedInk } from './addedInk';

const [a, b, c, d] = [1, 2, 3, 4].map((x) => ({ x, y: x }));
const stroke = (...points: Point[]): Stroke => ({ points, width: 1 });
const first = stroke(a, b);

describe('addedInk', () => {
  test('is nothing for the same drawing', () => {
    expect(addedInk([first], [first])).toEqual([]);
    expect(addedInk([], [])).toEqual([]);
  });

  test('is a whole new stroke', () => {
    expect(addedInk([], [first])).toEqual([{ stroke: first, from: 0 }]);
    expect(addedInk([first], [first, stroke(c, d)])).toEqual([{ stroke: stroke(c, d), from: 0 }]);
  });

  test('is the new end of a stroke', () => {
    expect(addedInk([first], [stroke(a, b, c)])).toEqual([{ stroke: stroke(a, b, c), from: 2 }]);
    expect(addedInk([first, stroke(c)], [first, stroke(c, d)])).toEqual([{ stroke: stroke(c, d), from: 1 }]);
  });

  test('is null where ink was taken away', () => {
    expect(addedInk([first], [])).toBeNull();
    expect(addedInk([first, stroke(c)], [first])).toBeNull();
    expect(addedInk([first], [stroke(c, d)])).toBeNull();
    expect(addedInk([stroke(a, b, c)], [stroke(a, b)])).toBeNull();
  });

  test('is null where a pen of another width went the same way', () => {
    expect(addedInk([first], [{ ...first, width: 2 }])).toBeNull();
  });
});
