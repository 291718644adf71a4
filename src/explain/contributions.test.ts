import { expect, test } from 'vitest';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import { stripes } from '../data/stripes';
import { contributions, exactFor } from './contributions';
import { createReader } from './reader';
import { smallArticle } from './testModels';
import { trainedReader } from './trainedReader';
import { sumOf } from './valueMap';

const images = stripes(64);
const digitAt = (index: number) =>
  Float64Array.from(images.images.subarray(784 * index, 784 * (index + 1)), (byte) => byte / 255);

test.each(['article', 'softmax'] as const)(
  '%s: places and biases add up to the difference of two logits',
  (name) => {
    const random = createRandom(5);
    const plan = planModel(presets[name]);
    // Biases begin at 0; here they take part.
    const weights = initialWeights(plan, random).map((values) =>
      values.map((w) => w + 0.1 * (random.uniform() - 0.4)),
    );
    const reader = createReader(plan, weights);
    const digit = digitAt(0);
    const logits = reader.logits(digit);
    for (const [target, rival] of [
      [3, 8],
      [0, 9],
    ]) {
      const { map, biasDifference, difference, filters } = contributions(reader, digit, { target, rival });
      expect(sumOf(map.values) + biasDifference).toBeCloseTo(logits[target] - logits[rival], 4);
      expect(difference).toBe(logits[target] - logits[rival]);
      if (name === 'softmax') {
        expect([map.height, map.width, filters.length]).toEqual([28, 28, 0]);
      } else {
        expect([map.height, map.width, filters.length]).toEqual([26, 26, 32]);
        expect(filters.reduce((sum, { total }) => sum + total, biasDifference)).toBeCloseTo(difference, 4);
      }
    }
  },
);

test('filters come loudest first, each with its kernel and a map that adds up to its total', () => {
  const reader = trainedReader(smallArticle, images, 10);
  const { filters } = contributions(reader, digitAt(1), { target: images.labels[1], rival: 0 });
  const loudness = filters.map(({ total }) => Math.abs(total));
  expect(loudness).toEqual([...loudness].sort((a, b) => b - a));
  for (const { filter, kernel, map, total } of filters) {
    expect(sumOf(map.values)).toBeCloseTo(total, 10);
    expect([kernel.height, kernel.width]).toEqual([3, 3]);
    kernel.values.forEach((value, place) => expect(value).toBe(reader.weights[0][4 * place + filter]));
  }
});

test('deeper models are no such sum, and say so', () => {
  expect(exactFor(presets.article)).toBe('filters');
  expect(exactFor(presets.softmax)).toBe('pixels');
  expect(exactFor(presets.lenet)).toBeNull();
  const plan = planModel(presets.lenet);
  const reader = createReader(plan, initialWeights(plan, createRandom(1)));
  expect(() => contributions(reader, digitAt(0), { target: 0, rival: 1 })).toThrow();
});
