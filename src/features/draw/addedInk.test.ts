import { describe, expect, test } from 'vitest';
import type { Drawing, Stroke } from '../../data/drawing';
import { addedInk } from './addedInk';

const [a, b, c, d] = [1, 2, 3, 4].map((x) => ({ x, y: x }));
const first: Stroke = [a, b];

describe('addedInk', () => {
  test('is nothing for the same drawing', () => {
    const drawing: Drawing = [first];
    expect(addedInk(drawing, drawing)).toEqual([]);
    expect(addedInk([], [])).toEqual([]);
  });

  test('is a whole new stroke', () => {
    expect(addedInk([], [first])).toEqual([{ stroke: first, from: 0 }]);
    expect(addedInk([first], [first, [c, d]])).toEqual([{ stroke: [c, d], from: 0 }]);
  });

  test('is the new end of a stroke', () => {
    expect(addedInk([first], [[a, b, c]])).toEqual([{ stroke: [a, b, c], from: 2 }]);
    expect(addedInk([first, [c]], [first, [c, d]])).toEqual([{ stroke: [c, d], from: 1 }]);
  });

  test('is null where ink was taken away', () => {
    expect(addedInk([first], [])).toBeNull();
    expect(addedInk([first, [c]], [first])).toBeNull();
    expect(addedInk([first], [[c, d]])).toBeNull();
    expect(addedInk([[a, b, c]], [[a, b]])).toBeNull();
  });
});
