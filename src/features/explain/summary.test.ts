import { expect, test } from 'vitest';
import { enExplain } from '../../words/later/enExplain';
import { summaryOf } from './summary';

const words = enExplain.explain;
const ends = { above: 'for 7', below: 'for 1' };

test('names the strongest row and column of both sides, in the digit’s own count, and the largest value', () => {
  const map = { height: 2, width: 2, values: Float64Array.of(0, 1, -3, 0) };
  expect(summaryOf(words, map, 'logits', ends, 1)).toBe(
    'Strongest for 7: around row 2 and column 3. Strongest for 1: around row 3 and column 2. Largest: −3 logits.',
  );
});

test('says so where there is nothing', () => {
  const map = { height: 1, width: 1, values: Float64Array.of(0) };
  expect(summaryOf(words, map, 'logits', ends, 0)).toBe('It is 0 everywhere.');
});
