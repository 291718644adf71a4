import type { ModelSpec } from '../model/spec';
import { DIGIT_SHAPE } from '../model/spec';

/** For tests: the article's model with fewer filters, and a deeper one with curved activations. */
export const smallArticle: ModelSpec = {
  name: 'small article',
  inputShape: DIGIT_SHAPE,
  layers: [
    {
      type: 'conv2d',
      filters: 4,
      kernel: [3, 3],
      strides: [1, 1],
      padding: 'valid',
      activation: 'relu',
      useBias: true,
    },
    { type: 'flatten' },
    { type: 'dense', units: 10, activation: 'softmax', useBias: true },
  ],
};

export const smallDeep: ModelSpec = {
  name: 'small deep',
  inputShape: DIGIT_SHAPE,
  layers: [
    {
      type: 'conv2d',
      filters: 3,
      kernel: [5, 5],
      strides: [2, 2],
      padding: 'same',
      activation: 'relu',
      useBias: true,
    },
    { type: 'maxPooling2d', pool: [2, 2], strides: [2, 2], padding: 'valid' },
    { type: 'flatten' },
    { type: 'dropout', rate: 0.1 },
    { type: 'dense', units: 16, activation: 'tanh', useBias: true },
    { type: 'dense', units: 10, activation: 'softmax', useBias: true },
  ],
};
