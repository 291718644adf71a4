import { expect, test } from 'vitest';
import { largestOf, strongestLines, strongestPlaces } from './strongest';

const map = { height: 2, width: 3, values: Float64Array.of(0, 2, -5, 3, 0, -1) };

test('places come by size, whatever their sign, and without zeros', () => {
  expect(strongestPlaces(map, 3)).toEqual([
    { row: 0, column: 2, value: -5 },
    { row: 1, column: 0, value: 3 },
    { row: 0, column: 1, value: 2 },
  ]);
  expect(strongestPlaces(map, 9).length).toBe(4);
  expect(largestOf(map)).toBe(5);
});

test('rows and columns are compared by the sum of what has the sign', () => {
  expect(strongestLines(map, 1)).toEqual({ row: 1, column: 0 });
  expect(strongestLines(map, -1)).toEqual({ row: 0, column: 2 });
  expect(strongestLines({ height: 1, width: 1, values: Float64Array.of(1) }, -1)).toBeNull();
});

test('places without a number count for nothing', () => {
  const gaps = { height: 1, width: 3, values: Float64Array.of(NaN, 2, NaN) };
  expect(strongestPlaces(gaps, 9)).toEqual([{ row: 0, column: 1, value: 2 }]);
  expect(strongestLines(gaps, 1)).toEqual({ row: 0, column: 1 });
  expect(largestOf(gaps)).toBe(2);
});
