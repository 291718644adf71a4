import { expect, test } from 'vitest';
import { formatAgo } from './formatAgo';

const MINUTE_MS = 60_000;

test.each([
  [0, 'now'],
  [-MINUTE_MS, 'now'],
  [1.5 * MINUTE_MS, '1 minute ago'],
  [59 * MINUTE_MS, '59 minutes ago'],
  [60 * MINUTE_MS, '1 hour ago'],
  [24 * 60 * MINUTE_MS, 'yesterday'],
  [100 * 24 * 60 * MINUTE_MS, '100 days ago'],
])('%i ms ago is %s', (agoMs, words) => {
  expect(formatAgo(1e12 - agoMs, 1e12, 'en')).toBe(words);
});

test('it speaks Chinese', () => {
  expect(formatAgo(0, 2 * MINUTE_MS, 'zh-CN')).toBe('2分钟前');
});
