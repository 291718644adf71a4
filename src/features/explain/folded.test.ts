import { expect, test } from 'vitest';
import { folded } from './folded';

test('short rows stay, long ones are folded, and the rest of the last is empty', () => {
  const row = (length: number) => ({ height: 1, width: length, values: new Float64Array(length).fill(2) });
  expect(folded(row(10))).toEqual(row(10));
  const map = folded(row(70));
  expect([map.height, map.width]).toEqual([3, 32]);
  expect(map.values.filter((value) => value === 2).length).toBe(70);
  expect(map.values.subarray(70).every(Number.isNaN)).toBe(true);
});
