import { expect, it } from 'vitest';
import { evenlySpaced } from './evenlySpaced';

it('takes all of a few, and both ends of many', () => {
  expect(evenlySpaced(0, 20)).toEqual([]);
  expect(evenlySpaced(1, 20)).toEqual([0]);
  expect(evenlySpaced(3, 20)).toEqual([0, 1, 2]);
  expect(evenlySpaced(1_001, 5)).toEqual([0, 250, 500, 750, 1_000]);
});
