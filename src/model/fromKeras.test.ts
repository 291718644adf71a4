import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../lib/sentenceOf';
import { modelFromKeras } from './fromKeras';
import { presets } from './presets';

const layer = (class_name: string, config: object) => ({ module: 'keras.layers', class_name, config });
const article = [
  layer('InputLayer', { batch_shape: [null, 28, 28, 1] }),
  layer('Conv2D', {
    filters: 32,
    kernel_size: [3, 3],
    strides: [1, 1],
    padding: 'valid',
    data_format: 'channels_last',
    dilation_rate: [1, 1],
    groups: 1,
    activation: 'relu',
    use_bias: true,
  }),
  layer('Flatten', { data_format: 'channels_last' }),
  layer('Dense', { units: 10, activation: 'softmax', use_bias: true }),
];

describe('modelFromKeras', () => {
  test("reads the article's layers", () => {
    expect(modelFromKeras('article', article)).toEqual(presets.article);
  });

  test('reads what Keras leaves to its defaults', () => {
    const { layers } = modelFromKeras('short', [
      layer('Conv2D', { filters: 2, kernel_size: 5, padding: 'same', strides: [2, 1], use_bias: false }),
      layer('ReLU', { max_value: null, negative_slope: 0, threshold: 0 }),
      layer('MaxPooling2D', { pool_size: [3, 2], strides: null }),
      layer('Dropout', { rate: 0.25, seed: null }),
      layer('Flatten', {}),
      layer('Dense', { units: 10 }),
      layer('Activation', { activation: 'softmax' }),
    ]);
    expect(layers).toEqual([
      {
        type: 'conv2d',
        filters: 2,
        kernel: [5, 5],
        strides: [2, 1],
        padding: 'same',
        activation: 'linear',
        useBias: false,
      },
      { type: 'activation', activation: 'relu' },
      { type: 'maxPooling2d', pool: [3, 2], strides: [3, 2], padding: 'valid' },
      { type: 'dropout', rate: 0.25 },
      { type: 'flatten' },
      { type: 'dense', units: 10, activation: 'linear', useBias: true },
      { type: 'activation', activation: 'softmax' },
    ]);
  });

  test.each([
    [[layer('LSTM', {})], 'Layer 1: LSTM is not a layer'],
    [
      [...article, layer('Conv2D', { filters: 2, kernel_size: 3, dilation_rate: 2 })],
      'Layer 4: dilation_rate',
    ],
    [[layer('Conv2D', { filters: 2, kernel_size: 3, data_format: 'channels_first' })], 'channels_first'],
    [[layer('Conv2D', { filters: '2', kernel_size: 3 })], 'Layer 1: filters = "2"'],
    [[layer('Conv2D', { filters: 2, kernel_size: [3] })], 'Layer 1: kernel_size = [3]'],
    [[layer('Dense', { units: 10, activation: 'gelu' })], 'Layer 1: activation = "gelu"'],
    [['text'], 'Layer 1: undefined'],
  ])('names what it cannot train (%#)', async (layers, message) => {
    expect(await sentenceOf(() => modelFromKeras('bad', layers))).toContain(message);
  });
});
