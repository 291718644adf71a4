import { expect, test } from 'vitest';
import { inRows } from './inRows';

test('maps lie beside each other, with a gap, and the last row may be short', () => {
  const map = (value: number) => ({ height: 1, width: 2, values: Float64Array.of(value, -value) });
  expect(inRows([map(1), map(2), map(3)], 2)).toEqual({
    height: 3,
    width: 5,
    values: Float64Array.of(1, -1, NaN, 2, -2, NaN, NaN, NaN, NaN, NaN, 3, -3, NaN, NaN, NaN),
  });
});
