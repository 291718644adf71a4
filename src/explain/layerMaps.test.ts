import { expect, test } from 'vitest';
import { presets } from '../model/presets';
import { stripes } from '../data/stripes';
import { layerMaps } from './layerMaps';
import { choosePair } from './pair';
import { smallDeep } from './testModels';
import { trainedReader } from './trainedReader';

const images = stripes(64);
const digit = Float64Array.from(images.images.subarray(0, 784), (byte) => byte / 255);

test('every layer that changes numbers is shown, channel by channel, the last as logits', () => {
  const reader = trainedReader(smallDeep, images, 2);
  const { layers, filters } = layerMaps(reader, digit);
  expect(layers.map(({ type, maps }) => [type, maps.length, maps[0].height, maps[0].width])).toEqual([
    ['conv2d', 3, 14, 14],
    ['maxPooling2d', 3, 7, 7],
    ['dense', 1, 1, 16],
    ['dense', 1, 1, 10],
  ]);
  expect(layers[3].maps[0].values).toEqual(reader.logits(digit));
  const pooled = layers[1].maps[2].values[0];
  const under = [0, 1, 14, 15].map((place) => layers[0].maps[2].values[place]);
  expect(pooled).toBe(Math.max(...under));
  expect(filters.map(({ height, width }) => [height, width])).toEqual(Array(3).fill([5, 5]));
  expect(filters[1].values[7]).toBe(reader.weights[0][7 * 3 + 1]);
});

test('the filters of a model without convolution are digits', () => {
  const reader = trainedReader(presets.softmax, images, 2);
  const { filters } = layerMaps(reader, digit);
  expect(filters.length).toBe(10);
  expect(filters[4].values[100]).toBe(reader.weights[0][1004]);
});

test('the guess and the runner-up are asked about, unless others are wanted', () => {
  const scores = [0, 5, 1, 4, 0, 0, 0, 0, 0, 2];
  expect(choosePair(scores, { target: null, rival: null })).toEqual({ target: 1, rival: 3 });
  expect(choosePair(scores, { target: 9, rival: null })).toEqual({ target: 9, rival: 1 });
  expect(choosePair(scores, { target: null, rival: 1 })).toEqual({ target: 3, rival: 1 });
  expect(choosePair(scores, { target: 0, rival: 8 })).toEqual({ target: 0, rival: 8 });
});
