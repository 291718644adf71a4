import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import * as tf from '@tensorflow/tfjs';
import { createRandom } from '../../lib/random';
import { initialWeights } from '../../model/initialWeights';
import { planModel } from '../../model/plan';
import type { ModelSpec } from '../../model/spec';
import { checkDistortion } from '../checkEngine';
import type { Engine, ImageSource, Slice } from '../engine';
import type { OptimizerSpec } from '../optimizer';
import { defaultOptimizers, optimizerNames } from '../optimizer';
import { createTfjsEngine } from './tfjsEngine';

const IMAGES = 24;

const spec: ModelSpec = {
  name: 'tiny',
  inputShape: [28, 28, 1],
  layers: [
    {
      type: 'conv2d',
      filters: 2,
      kernel: [5, 5],
      strides: [4, 4],
      padding: 'valid',
      activation: 'relu',
      useBias: true,
    },
    { type: 'dropout', rate: 0.25 },
    { type: 'flatten' },
    { type: 'dense', units: 10, activation: 'softmax', useBias: true },
  ],
};

function randomImages(): ImageSource {
  const random = createRandom(3);
  return {
    images: Uint8Array.from({ length: IMAGES * 784 }, () => random.below(256)),
    labels: Uint8Array.from({ length: IMAGES }, () => random.below(10)),
    loadedCount: IMAGES,
  };
}

const trainingImages = randomImages();

function open(optimizer: OptimizerSpec = defaultOptimizers.adam): Promise<Engine> {
  const weights = initialWeights(planModel(spec), createRandom(1));
  return createTfjsEngine('cpu', 'test', { spec, weights, optimizer, trainingImages, nodes: 1 });
}

const slice = (change: Partial<Slice> = {}): Slice => ({
  indices: Uint32Array.from({ length: 8 }, (_, i) => i),
  batchSize: 8,
  offset: 0,
  seed: 5,
  update: { learningRate: 0.01 },
  ...change,
});

describe('the TensorFlow.js engine', () => {
  let tensorsBefore: number;
  beforeEach(async () => {
    await tf.setBackend('cpu');
    tensorsBefore = tf.memory().numTensors;
  });
  afterEach(() => {
    expect(tf.memory().numTensors).toBe(tensorsBefore);
  });

  test('distorts images to the last bit', () =>
    checkDistortion((options) => createTfjsEngine('cpu', 'test', options), { numRuns: 20 }));

  test.each(optimizerNames)('with %s, a restored state goes on bit for bit', async (name) => {
    const engine = await open(defaultOptimizers[name]);
    await engine.step([slice(), slice()]);
    const state = await engine.readState();
    const [expected] = await engine.step([slice()]);
    const after = await engine.readState();

    const copy = await open(defaultOptimizers[name]);
    await copy.writeState(state);
    expect(await copy.step([slice()])).toEqual([expected]);
    expect(await copy.readState()).toEqual(after);
    await engine.dispose();
    await copy.dispose();
  });

  test('a batch in slices is the batch at once', async () => {
    const whole = await open();
    const [{ lossSum, correct }] = await whole.step([slice()]);
    const sliced = await open();
    const parts = await sliced.step([
      slice({ indices: Uint32Array.of(0, 1, 2), update: null }),
      slice({ indices: Uint32Array.of(3, 4, 5, 6, 7), offset: 3 }),
    ]);
    expect(parts[0].lossSum + parts[1].lossSum).toBeCloseTo(lossSum, 4);
    expect(parts[0].correct + parts[1].correct).toBe(correct);
    const [expected, actual] = [await whole.readState(), await sliced.readState()];
    expected.weights.forEach((tensor, t) =>
      tensor.forEach((value, i) => expect(actual.weights[t][i]).toBeCloseTo(value, 5)),
    );
    await whole.dispose();
    await sliced.dispose();
  });

  test('the gradient it follows is the slope of its loss', async () => {
    // With plain SGD the change of a weight is its gradient times the learning rate.
    const engine = await open(defaultOptimizers.sgd);
    const before = await engine.readState();
    await engine.step([slice({ update: { learningRate: 1 } })]);
    const after = await engine.readState();
    const width = 1e-2;
    for (const [tensor, index] of [
      [0, 7],
      [1, 1],
      [2, 40],
      [3, 4],
    ]) {
      const lossAt = async (shift: number) => {
        const weights = before.weights.map((values) => values.slice());
        weights[tensor][index] += shift;
        await engine.writeState({ ...before, weights });
        const [{ lossSum }] = await engine.step([slice({ update: null })]);
        await engine.writeState(before);
        return lossSum / 8;
      };
      const slope = ((await lossAt(width)) - (await lossAt(-width))) / (2 * width);
      expect(before.weights[tensor][index] - after.weights[tensor][index]).toBeCloseTo(slope, 2);
    }
    await engine.dispose();
  });

  test('probabilities add up to one; evaluating counts as predicting does', async () => {
    const engine = await open();
    const probabilities = await engine.predict(trainingImages.images);
    let correct = 0;
    let lossSum = 0;
    for (let i = 0; i < IMAGES; i++) {
      const row = probabilities.subarray(10 * i, 10 * i + 10);
      expect(row.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 5);
      if (row.indexOf(Math.max(...row)) === trainingImages.labels[i]) correct++;
      lossSum -= Math.log(row[trainingImages.labels[i]]);
    }
    const result = await engine.evaluate(trainingImages.images, trainingImages.labels);
    expect(result.correct).toBe(correct);
    expect(result.lossSum).toBeCloseTo(lossSum, 2);
    await engine.dispose();
  });

  test('500 steps leave no tensor behind', async () => {
    const engine = await open();
    await engine.step([slice()]);
    const { numTensors } = tf.memory();
    for (let i = 0; i < 50; i++) await engine.step(Array.from({ length: 10 }, () => slice()));
    expect(tf.memory().numTensors).toBe(numTensors);
    await engine.dispose();
  });
});
