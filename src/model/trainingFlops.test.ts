import { expect, test } from 'vitest';
import { planModel } from './plan';
import { presets } from './presets';
import { trainingFlops } from './trainingFlops';

test("the article's model: the convolution twice, the dense layer three times", () => {
  // 26·26 places × 32 filters × 9 pixels, and 21,632 × 10: multiply-adds, two operations each.
  const convolution = 2 * 194_688;
  const dense = 2 * 216_320;
  expect(trainingFlops(planModel(presets.article))).toBe(2 * convolution + 3 * dense);
  expect(2 * convolution + 3 * dense).toBe(2_076_672);
});

test('softmax alone: no gradient of the pixels', () => {
  expect(trainingFlops(planModel(presets.softmax))).toBe(2 * (2 * 784 * 10));
});

test('lenet: what a pooling takes back is one addition for each output', () => {
  const first = 2 * 24 * 24 * 24 * 25;
  const second = 2 * 10 * 10 * 32 * 9 * 24;
  const dense = 2 * 800 * 256 + 2 * 256 * 10;
  const pools = [12 * 12 * 24, 5 * 5 * 32];
  const pooling = pools.reduce((total, outputs) => total + 4 * outputs + outputs, 0);
  expect(trainingFlops(planModel(presets.lenet))).toBe(2 * first + 3 * second + 3 * dense + pooling);
});

test('a pooling before all weights has no gradient', () => {
  const plan = planModel({
    name: 'test',
    inputShape: [28, 28, 1],
    layers: [
      { type: 'maxPooling2d', pool: [2, 2], strides: [2, 2], padding: 'valid' },
      { type: 'flatten' },
      { type: 'dense', units: 10, activation: 'softmax', useBias: true },
    ],
  });
  expect(trainingFlops(plan)).toBe(196 * 4 + 2 * (2 * 196 * 10));
});
