import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { buildLayersModel } from './layersModel';
import { planModel } from './plan';
import { presetNames, presets } from './presets';
import type { ModelSpec } from './spec';

const odd: ModelSpec = {
  name: 'odd',
  inputShape: [28, 28, 1],
  layers: [
    {
      type: 'conv2d',
      filters: 3,
      kernel: [4, 3],
      strides: [3, 2],
      padding: 'same',
      activation: 'tanh',
      useBias: false,
    },
    { type: 'maxPooling2d', pool: [3, 2], strides: [2, 1], padding: 'same' },
    { type: 'activation', activation: 'sigmoid' },
    { type: 'dropout', rate: 0.5 },
    { type: 'flatten' },
    { type: 'dense', units: 10, activation: 'linear', useBias: true },
    { type: 'activation', activation: 'softmax' },
  ],
};

test.each([odd, ...presetNames.map((name) => presets[name])])(
  'TensorFlow.js builds the shapes that the plan of $name foretells',
  (spec) => {
    const plan = planModel(spec);
    const model = buildLayersModel(spec, 'probabilities');
    const [, ...layers] = model.layers;
    expect(layers.map((layer) => (layer.outputShape as number[]).slice(1))).toEqual(
      plan.layers.map((layer) => layer.outputShape),
    );
    expect(model.getWeights().map((weight) => weight.shape)).toEqual(plan.weightShapes);
    expect(model.countParams()).toBe(plan.parameterCount);
    const output = model.predict(tf.ones([2, 28, 28, 1])) as tf.Tensor;
    expect(Array.from(output.sum(1).dataSync())).toEqual([expect.closeTo(1, 6), expect.closeTo(1, 6)]);
    const logits = buildLayersModel(spec, 'logits').predict(tf.ones([1, 28, 28, 1])) as tf.Tensor;
    expect(Array.from(logits.dataSync())).toEqual(new Array(10).fill(0));
  },
);
