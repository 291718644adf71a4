import { expect, test } from 'vitest';
import { createRandom } from '../lib/random';
import { initialWeights } from './initialWeights';
import { planModel } from './plan';
import { presets } from './presets';

test('kernels are Glorot uniform, biases zero, and the seed decides all', () => {
  const plan = planModel(presets.article);
  const [conv, convBias, dense, denseBias] = initialWeights(plan, createRandom(7));
  const bounds: [Float32Array, number][] = [
    [conv, Math.sqrt(6 / (9 + 9 * 32))],
    [dense, Math.sqrt(6 / (21_632 + 10))],
  ];
  for (const [kernel, limit] of bounds) {
    const greatest = kernel.reduce((max, weight) => Math.max(max, Math.abs(weight)), 0);
    expect(greatest).toBeLessThanOrEqual(limit);
    expect(greatest).toBeGreaterThan(0.95 * limit);
    // The variance of a uniform distribution on ±limit is limit² / 3.
    const variance = kernel.reduce((sum, weight) => sum + weight * weight, 0) / kernel.length;
    expect(variance / (limit ** 2 / 3)).toBeCloseTo(1, 0);
  }
  expect(convBias).toEqual(new Float32Array(32));
  expect(denseBias).toEqual(new Float32Array(10));
  expect(initialWeights(plan, createRandom(7))[2]).toEqual(dense);
  expect(initialWeights(plan, createRandom(8))[2]).not.toEqual(dense);
});
