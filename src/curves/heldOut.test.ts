import { expect, test } from 'vitest';
import { heldOutCurve } from './heldOut';

const validations = [
  { step: 10, loss: 0.5, accuracy: 0.8 },
  { step: 20, loss: NaN, accuracy: 0.1 },
  { step: 30, loss: 0, accuracy: 1 },
];
const place = (step: number) => (step + 1) / 10;

test('images held out are where the last step before was', () => {
  expect(heldOutCurve(validations, 'accuracy', place, 'linear').points).toEqual([
    { x: 1, y: 0.8 },
    { x: 2, y: 0.1 },
    { x: 3, y: 1 },
  ]);
});

test('what is not a number has no point but a mark, and 0 has no place on a logarithmic axis', () => {
  const linear = heldOutCurve(validations, 'loss', place, 'linear');
  expect(linear.points.map(({ y }) => y)).toEqual([0.5, 0]);
  expect(linear.missing).toEqual([19]);
  expect(linear.values).toHaveLength(3);
  expect(heldOutCurve(validations, 'loss', place, 'log').points).toEqual([{ x: 1, y: 0.5 }]);
});

test('nothing held out, nothing drawn', () => {
  expect(heldOutCurve([], 'loss', place, 'linear')).toEqual({ values: [], points: [], missing: [] });
});
