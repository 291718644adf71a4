import { expect, test } from 'vitest';
import { gridMove } from './gridMove';

// Three columns, two rows: 0 1 2 / 3 4 5.
test.each([
  ['ArrowRight', false, 0, 1],
  ['ArrowRight', false, 2, 2],
  ['ArrowLeft', false, 4, 3],
  ['ArrowLeft', false, 3, 3],
  ['ArrowDown', false, 1, 4],
  ['ArrowDown', false, 5, 5],
  ['ArrowUp', false, 4, 1],
  ['ArrowUp', false, 1, 1],
  ['Home', false, 5, 3],
  ['End', false, 3, 5],
  ['Home', true, 5, 0],
  ['End', true, 0, 5],
  ['ArrowDown', true, 0, null],
  ['a', false, 0, null],
])('%s, with Ctrl: %s, leads from cell %i to %s', (key, ctrlKey, from, to) => {
  expect(gridMove({ key, ctrlKey }, from, 3, 2)).toBe(to);
});
