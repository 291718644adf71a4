import { expect, test } from 'vitest';
import { costOf, powerOf, wattsOf } from './costOf';
import { exampleRun } from './exampleRun';

const device = { cores: 4, isMobile: false };
const computed = { ...exampleRun, computedBy: { name: 'wasm', device: 'SIMD', nodes: 2 } } as const;

test('a run costs what its steps and its time cost', () => {
  // 4,000 steps of 32 images; half of a laptop processor for 20 s.
  expect(costOf(computed, device)).toMatchObject({
    flops: 128_000 * 2_076_672,
    energyJoules: { low: 150, high: 550 },
  });
  expect(powerOf(computed, device)).toEqual({
    deviceClass: 'laptopProcessor',
    watts: { low: 7.5, high: 27.5 },
  });
  expect(wattsOf(computed, device)).toBeCloseTo(Math.sqrt(7.5 * 27.5));
});

test('nothing is said of a run that nobody knows the device of', () => {
  expect(costOf(exampleRun, device)).toBeNull();
  expect(powerOf(exampleRun, device)).toBeNull();
  expect(wattsOf(exampleRun, device)).toBeNull();
});
