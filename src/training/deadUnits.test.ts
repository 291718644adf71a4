import { expect, test } from 'vitest';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import type { Activation, LayerSpec, ModelSpec } from '../model/spec';
import { deadUnits } from './deadUnits';

const convolution = (filters: number, activation: Activation): LayerSpec => ({
  type: 'conv2d',
  filters,
  kernel: [1, 1],
  strides: [1, 1],
  padding: 'valid',
  activation,
  useBias: true,
});
const dense = (units: number, activation: Activation): LayerSpec => ({
  type: 'dense',
  units,
  activation,
  useBias: true,
});
const model = (...layers: LayerSpec[]): ModelSpec => ({ name: 'small', inputShape: [2, 2, 1], layers });

/** Two images of four pixels: the second alone has a bright one. */
const images = Uint8Array.of(0, 51, 0, 0, 0, 0, 255, 0);

test('counts filters that are 0 everywhere, and units that are 0 for every image', async () => {
  const plan = planModel(
    model(convolution(3, 'relu'), { type: 'flatten' }, dense(2, 'relu'), dense(10, 'softmax')),
  );
  const weights = plan.weightShapes.map((shape) => new Float32Array(shape.reduce((a, b) => a * b, 1)));
  // Fires where it is bright; only where it is brighter than half; never.
  weights[0].set([1, 1, -1]);
  weights[1].set([0, -0.5, 0]);
  // Both units are moved by their bias alone.
  weights[3].set([0.1, -0.1]);

  const afterTwo = [
    { layer: 0, dead: 1, units: 3 },
    { layer: 2, dead: 1, units: 2 },
  ];
  expect(await deadUnits(plan, weights, images, 2)).toEqual(afterTwo);
  expect(await deadUnits(plan, weights, images, 99)).toEqual(afterTwo);
  expect((await deadUnits(plan, weights, images, 1))[0]).toEqual({ layer: 0, dead: 2, units: 3 });
});

test('finds a relu that is a layer of its own, and no other activation', async () => {
  const plan = planModel(
    model(
      convolution(2, 'linear'),
      { type: 'activation', activation: 'relu' },
      convolution(2, 'tanh'),
      { type: 'flatten' },
      dense(10, 'softmax'),
    ),
  );
  const weights = plan.weightShapes.map((shape) => new Float32Array(shape.reduce((a, b) => a * b, 1)));
  expect(await deadUnits(plan, weights, images, 2)).toEqual([{ layer: 1, dead: 2, units: 2 }]);
});

test('says nothing without images', async () => {
  const plan = planModel(presets.article);
  expect(await deadUnits(plan, initialWeights(plan, createRandom(1)), new Uint8Array(), 16)).toEqual([]);
});

test('no unit of a fresh model is dead for good', async () => {
  const random = createRandom(1);
  const plan = planModel(presets.lenet);
  const noise = Uint8Array.from({ length: 16 * 784 }, () => random.below(256));
  const found = await deadUnits(plan, initialWeights(plan, random), noise, 16);
  expect(found.map(({ layer, units }) => [layer, units])).toEqual([
    [0, 24],
    [2, 32],
    [5, 256],
  ]);
  for (const { dead, units } of found) expect(dead / units).toBeLessThan(0.4);
});
