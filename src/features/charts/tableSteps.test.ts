import { expect, test } from 'vitest';
import { tableSteps } from './tableSteps';

test('a table has few rows, and those of images held out among them', () => {
  expect(tableSteps(3, [])).toEqual([0, 1, 2]);
  expect(tableSteps(9_375, [])).toHaveLength(20);
  expect(tableSteps(9_375, [1_874, 3_749])).toContain(1_874);
  const many = tableSteps(
    9_375,
    Array.from({ length: 100 }, (_, epoch) => 93 * (epoch + 1)),
  );
  expect(many.length).toBeLessThanOrEqual(40);
  expect(many).toEqual([...new Set(many)].sort((a, b) => a - b));
});
