import { expect, test } from 'vitest';
import type { Selection } from './selection';
import { nothingSelected, withRun, withoutRun } from './selection';

const add = (selection: Selection, ...keys: string[]) =>
  keys.reduce((chosen, key) => withRun(chosen, key)!, selection);

test('a run keeps its place when another goes', () => {
  const three = add(nothingSelected, 'a', 'b', 'c');
  expect(withoutRun(three, 'b')).toEqual(['a', null, 'c', null, null, null]);
  expect(add(withoutRun(three, 'b'), 'd')).toEqual(['a', 'd', 'c', null, null, null]);
});

test('there is no seventh place', () => {
  const six = add(nothingSelected, 'a', 'b', 'c', 'd', 'e', 'f');
  expect(withRun(six, 'g')).toBeNull();
});
