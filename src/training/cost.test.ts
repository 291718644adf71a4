import { describe, expect, test } from 'vitest';
import { articleConfig } from './config';
import { middleOf, runCost } from './cost';

const wasm = { name: 'wasm', device: 'relaxed SIMD', nodes: 2 } as const;
const run = {
  config: articleConfig,
  images: 300_000,
  trainingMs: 20_000,
  computedBy: wasm,
  cores: 4,
  isMobile: false,
} as const;

describe('runCost', () => {
  test("counts the operations of the article's run", () => {
    expect(runCost(run).flops).toBe(300_000 * 2_076_672);
  });

  test('charges a processor engine its share of the threads', () => {
    // Half of a laptop processor's 15 … 55 W for 20 s.
    expect(runCost(run)).toMatchObject({
      deviceClass: 'laptopProcessor',
      watts: { low: 7.5, high: 27.5 },
      energyJoules: { low: 150, high: 550 },
    });
    expect(runCost({ ...run, computedBy: { ...wasm, nodes: 1 } }).energyJoules).toEqual({
      low: 75,
      high: 275,
    });
  });

  test.each([
    [0, 4, 0.25],
    [8, 4, 1],
    [1, 0, 1],
  ])('%d nodes on %d threads: neither less than one thread nor more than all', (nodes, cores, share) => {
    const { watts } = runCost({ ...run, cores, computedBy: { ...wasm, nodes } });
    expect(watts).toEqual({ low: 15 * share, high: 55 * share });
  });

  test('charges a graphics device as a whole, integrated to discrete where that cannot be told', () => {
    const computedBy = { name: 'webgpu', device: 'GPU', nodes: 1 } as const;
    const cost = runCost({ ...run, cores: 16, computedBy });
    expect(cost).toMatchObject({ deviceClass: 'graphics', energyJoules: { low: 200, high: 11_500 } });
  });

  test('graphics in software take the whole processor', () => {
    const computedBy = { name: 'webgpu', device: 'SwiftShader google', nodes: 1 } as const;
    expect(runCost({ ...run, computedBy }).watts).toEqual({ low: 15, high: 55 });
  });

  test('takes nothing for no time', () => {
    expect(runCost({ ...run, images: 0, trainingMs: 0 })).toMatchObject({
      flops: 0,
      energyJoules: { low: 0, high: 0 },
    });
  });
});

test('a range is drawn where its ends are equally many times away', () => {
  expect(middleOf({ low: 10, high: 1_000 })).toBe(100);
});
