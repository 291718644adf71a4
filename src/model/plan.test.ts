import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../lib/sentenceOf';
import { planModel, samePadding } from './plan';
import { presets } from './presets';
import type { LayerSpec, ModelSpec } from './spec';

const model = (...layers: LayerSpec[]): ModelSpec => ({ name: 'test', inputShape: [28, 28, 1], layers });
const conv = (change: Partial<LayerSpec & { type: 'conv2d' }> = {}): LayerSpec => ({
  type: 'conv2d',
  filters: 4,
  kernel: [3, 3],
  strides: [1, 1],
  padding: 'valid',
  activation: 'relu',
  useBias: true,
  ...change,
});
const dense: LayerSpec = { type: 'dense', units: 10, activation: 'softmax', useBias: true };
const flatten: LayerSpec = { type: 'flatten' };

describe('planModel', () => {
  test("works out the article's model", () => {
    const plan = planModel(presets.article);
    expect(plan.layers.map((layer) => layer.outputShape)).toEqual([[26, 26, 32], [21632], [10]]);
    expect(plan.weightShapes).toEqual([[3, 3, 1, 32], [32], [21632, 10], [10]]);
    expect(plan.parameterCount).toBe(216_650);
    // 26·26·32·9 and 21,632·10 multiply-adds; 128 images make the 316 MFLOP of a training step.
    expect(plan.forwardFlops).toBe(2 * (26 * 26 * 32 * 9 + 216_320));
    expect(Math.round((128 * plan.trainingFlops) / 1e6)).toBe(316);
  });

  test('works out lenet', () => {
    const plan = planModel(presets.lenet);
    expect(plan.layers.map((layer) => layer.outputShape)).toEqual([
      [24, 24, 24],
      [12, 12, 24],
      [10, 10, 32],
      [5, 5, 32],
      [800],
      [256],
      [10],
    ]);
    expect(plan.parameterCount).toBe(24 * 26 + 32 * (9 * 24 + 1) + 801 * 256 + 257 * 10);
  });

  test.each([
    [model(conv(), conv({ kernel: [30, 30] }), flatten, dense), 'Layer 2: a 30×30 kernel does not fit 26×26'],
    [
      model(conv({ strides: [7, 7] }), conv(), conv({ kernel: [5, 5] }), flatten, dense),
      'Layer 3: a 5×5 kernel does not fit 2×2',
    ],
    [
      model(flatten, conv(), dense),
      'Layer 2: conv2d needs an image (height × width × channels) but receives 784',
    ],
    [model(conv(), dense), 'Layer 2: dense needs a vector but receives 26×26×4'],
    [model(flatten, { ...dense, units: 0 }), 'Layer 2: units is 0'],
    [model(conv({ filters: 1.5 }), flatten, dense), 'Layer 1: filters is 1.5'],
    [model(conv({ strides: [0, 1] }), flatten, dense), 'Layer 1: strides is 0'],
    [model(flatten, { type: 'dropout', rate: 1 }, dense), 'Layer 2: rate is 1'],
    [model(conv({ activation: 'softmax' }), flatten, dense), 'Layer 1: softmax belongs on the last layer'],
    [model(flatten, { ...dense, units: 7 }), 'The model ends in 7'],
    [model(conv()), 'The model ends in 26×26×4'],
    [model(), 'The model has no layers'],
    [
      model({ type: 'maxPooling2d', pool: [6, 28], strides: [2, 1], padding: 'valid' }, flatten),
      'The model ends in 12',
    ],
    [
      model({ type: 'maxPooling2d', pool: [10, 28], strides: [2, 1], padding: 'valid' }, flatten),
      'The model has no weights',
    ],
    [
      model(flatten, { ...dense, units: 1e6, activation: 'relu' }, dense),
      'The model has 795000010 parameters',
    ],
    [
      model({ type: 'maxPooling2d', pool: [29, 2], strides: [1, 1], padding: 'valid' }, flatten, dense),
      'Layer 1: a 29×2 pool does not fit 28×28',
    ],
  ])('refuses a model that cannot be (%#)', async (spec, message) => {
    expect(await sentenceOf(() => planModel(spec))).toContain(message);
  });

  test('padding same covers ⌈input / stride⌉ windows exactly', () => {
    const size = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(size, size, size, (input, window, stride) => {
        const [before, after] = samePadding(input, window, stride);
        const outputs = Math.ceil(input / stride);
        const padded = before + input + after;
        expect(after - before === 0 || after - before === 1).toBe(true);
        expect(Math.floor((padded - window) / stride) + 1).toBeGreaterThanOrEqual(outputs);
        expect((outputs - 1) * stride + window).toBeLessThanOrEqual(padded);
      }),
    );
  });
});
