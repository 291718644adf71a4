import { expect, test } from 'vitest';
import { outlineOf } from './outlineOf';

test('one pixel of ink has four sides, two have six', () => {
  const sides = (digit: number[]) => outlineOf(Uint8Array.from(digit), 3).match(/M/g)?.length ?? 0;
  expect(sides([0, 0, 0, 0, 255, 0, 0, 0, 0])).toBe(4);
  expect(sides([0, 0, 0, 255, 255, 0, 0, 0, 0])).toBe(6);
  expect(sides([0, 20, 0, 0, 0, 0, 0, 0, 0])).toBe(0);
});

test('sides lie between pixels', () => {
  expect(outlineOf(Uint8Array.of(255), 1)).toBe('M0 0h1M0 0v1M1 0v1M0 1h1');
});
