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
    expect(addedInk([], [first])).toEqual([first]);
    expect(addedInk([first], [first, [c, d]])).toEqual([[c, d]]);
  });

  test('is the new end of a stroke, joined to the old', () => {
    expect(addedInk([first], [[a, b, c]])).toEqual([[b, c]]);
    expect(addedInk([first, [c]], [first, [c, d]])).toEqual([[c, d]]);
  });

  test('is null where ink was taken away', () => {
    expect(addedInk([first], [])).toBeNull();
    expect(addedInk([first, [c]], [first])).toBeNull();
    expect(addedInk([first], [[c, d]])).toBeNull();
    expect(addedInk([first, [c]], [[a, b], [c]])).toBeNull();
  });
});
