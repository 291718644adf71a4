import { expect, test } from 'vitest';
import { formatSigned } from './formatSigned';

test('a number always shows its sign, and three digits', () => {
  expect(formatSigned(0.31415)).toBe('+0.314');
  expect(formatSigned(-2)).toBe('−2');
  expect(formatSigned(-0.000012346)).toBe('−0.0000123');
  expect(formatSigned(0)).toBe('0');
});
