import { expect, it } from 'vitest';
import { formatDuration } from './formatDuration';

it.each([
  [0, '0.0 s'],
  [440, '0.4 s'],
  [38_200, '38 s'],
  [59_600, '1 min 0 s'],
  [125_000, '2 min 5 s'],
  [3_780_000, '1 h 3 min'],
])('%d ms is %s', (durationMs, text) => {
  expect(formatDuration(durationMs)).toBe(text);
});
