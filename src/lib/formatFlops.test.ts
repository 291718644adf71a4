import { expect, test } from 'vitest';
import { formatFlops } from './formatFlops';

test.each([
  [0, '0 FLOPs'],
  [822_016, '822,000 FLOPs'],
  [2_076_672, '2.08 MFLOPs'],
  [623_001_600_000, '623 GFLOPs'],
  [1.246e12, '1.25 TFLOPs'],
  [4e16, '40 PFLOPs'],
])('%d operations are %s', (flops, text) => {
  expect(formatFlops(flops)).toBe(text);
});
