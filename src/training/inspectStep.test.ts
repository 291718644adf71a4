import { describe, expect, test } from 'vitest';
import type { OptimizerSpec } from '../engine/optimizer';
import { adamRate, defaultOptimizers } from '../engine/optimizer';
import { exactImages } from '../engine/generatedModels';
import { backpropagate } from '../engine/reference/backpropagate';
import { createReferenceTrainer } from '../engine/reference/referenceTrainer';
import { norm } from '../lib/norm';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import type { ModelSpec } from '../model/spec';
import type { WeightInspection, WeightPlace } from './inspectStep';
import { inspectStep } from './inspectStep';

const LEARNING_RATE = 0.01;
const BATCH_SIZE = 8;
/** Slots are full, and Adam's corrections no longer 1, when one of several steps is looked at. */
const STEPS_BEFORE = 5;
/** What storing a number as float32 may change it by, at most, as a part of it. */
const ROUNDING = 2 ** -24;

const spec: ModelSpec = {
  name: 'small',
  inputShape: [6, 6, 1],
  layers: [
    {
      type: 'conv2d',
      filters: 3,
      kernel: [3, 3],
      strides: [1, 1],
      padding: 'valid',
      activation: 'relu',
      useBias: true,
    },
    { type: 'maxPooling2d', pool: [2, 2], strides: [2, 2], padding: 'valid' },
    { type: 'flatten' },
    { type: 'dense', units: 10, activation: 'softmax', useBias: true },
  ],
};
const plan = planModel(spec);

/** Trains a little, then does one more step: what an engine tells of it, and the gradients it keeps to itself. */
function oneStep(optimizer: OptimizerSpec) {
  const random = createRandom(3);
  const trainingImages = exactImages(spec, 64, random);
  const trainer = createReferenceTrainer({
    spec,
    weights: initialWeights(plan, random),
    optimizer,
    trainingImages,
  });
  const slice = (step: number) => ({
    indices: Uint32Array.from({ length: BATCH_SIZE }, (_, i) => step * BATCH_SIZE + i),
    batchSize: BATCH_SIZE,
    offset: 0,
    seed: 0,
    update: { learningRate: LEARNING_RATE },
  });
  for (let step = 0; step < STEPS_BEFORE; step++) trainer.step(slice(step));
  const before = trainer.state();
  const { gradients } = backpropagate(plan, before.weights, trainingImages, slice(STEPS_BEFORE));
  trainer.step(slice(STEPS_BEFORE));
  const after = trainer.state();
  const inspect = (picked: WeightPlace) => inspectStep(plan, optimizer, LEARNING_RATE, before, after, picked);
  return { before, after, gradients, inspect };
}

/**
 * How far a gradient may be off: the roundings of the two numbers it is a difference of, and its own, over what the rule
 * multiplies it with. For RMSprop that is the error of g², and all there is of it where g is 0.
 */
function tolerance(optimizer: OptimizerSpec, weight: WeightInspection): number {
  const rounding = (before: number, after: number) =>
    3 * ROUNDING * Math.max(Math.abs(before), Math.abs(after));
  const ofSlot = (name: string) => rounding(weight.slotsBefore[name], weight.slotsAfter[name]);
  switch (optimizer.name) {
    case 'gradientDescent':
    case 'sgd':
      return rounding(weight.before, weight.after) / LEARNING_RATE;
    case 'momentum':
      return ofSlot('velocity') / LEARNING_RATE;
    case 'rmsprop':
      return Math.sqrt(ofSlot('meanSquare') / (1 - optimizer.rho));
    case 'adam':
      return ofSlot('mean') / (1 - optimizer.beta1);
  }
}

/** The update as the page writes it down, with the numbers that the page puts in. */
function inserted(optimizer: OptimizerSpec, step: number, weight: WeightInspection): number {
  const { before, gradient, slotsBefore: slots } = weight;
  switch (optimizer.name) {
    case 'gradientDescent':
    case 'sgd':
      return before - LEARNING_RATE * gradient;
    case 'momentum':
      return before + (optimizer.momentum * slots.velocity - LEARNING_RATE * gradient);
    case 'rmsprop': {
      const meanSquare = optimizer.rho * slots.meanSquare + (1 - optimizer.rho) * gradient ** 2;
      return before - (LEARNING_RATE * gradient) / Math.sqrt(meanSquare + optimizer.epsilon);
    }
    case 'adam': {
      const { beta1, beta2, epsilon } = optimizer;
      const mean = beta1 * slots.mean + (1 - beta1) * gradient;
      const meanSquare = beta2 * slots.meanSquare + (1 - beta2) * gradient ** 2;
      const rate = adamRate(LEARNING_RATE, beta1, beta2, step + 1);
      return before - (rate * mean) / (Math.sqrt(meanSquare) + epsilon);
    }
  }
}

const optimizers: readonly OptimizerSpec[] = [
  ...Object.values(defaultOptimizers),
  { ...defaultOptimizers.adam, beta1: 0, beta2: 0 },
];

describe.each(optimizers)('$name', (optimizer) => {
  const { before, after, gradients, inspect } = oneStep(optimizer);
  const places = before.weights.flatMap((values, tensor) =>
    Array.from(values, (_, index) => ({ tensor, index })),
  );

  test('gives back the gradient of every weight', () => {
    for (const place of places) {
      const { weight } = inspect(place);
      const exact = gradients[place.tensor][place.index];
      expect(Math.abs(weight.gradient - exact)).toBeLessThanOrEqual(tolerance(optimizer, weight));
    }
  });

  test('its numbers, put into the formula, give the new weight', () => {
    for (const place of places) {
      const { step, weight } = inspect(place);
      expect(weight.place).toEqual(place);
      expect(weight.after).toBe(after.weights[place.tensor][place.index]);
      expect(inserted(optimizer, step, weight)).toBeCloseTo(weight.after, 5);
    }
  });

  test('measures each layer that has weights, kernel and bias together', () => {
    const { step, learningRate, layers } = inspect(places[0]);
    expect([step, learningRate]).toEqual([STEPS_BEFORE, LEARNING_RATE]);
    expect(layers.map(({ layer, type }) => [layer, type])).toEqual([
      [0, 'conv2d'],
      [3, 'dense'],
    ]);
    layers.forEach(({ gradientNorm, weightNorm, updateNorm }, i) => {
      const own = [2 * i, 2 * i + 2] as const;
      const exact = gradients.slice(...own).map((values) => Float32Array.from(values));
      const weights = before.weights.slice(...own);
      const updates = weights.map((values, t) =>
        values.map((value, index) => after.weights[2 * i + t][index] - value),
      );
      expect(Math.abs(gradientNorm / norm(exact) - 1)).toBeLessThan(1e-3);
      expect(weightNorm).toBe(norm(weights));
      expect(updateNorm).toBeCloseTo(norm(updates), 10);
    });
  });
});

test('slots are told by name, before and after', () => {
  const { before, after, inspect } = oneStep(defaultOptimizers.adam);
  const { slotsBefore, slotsAfter } = inspect({ tensor: 2, index: 7 }).weight;
  expect(slotsBefore).toEqual({
    mean: before.optimizer.slots.mean[2][7],
    meanSquare: before.optimizer.slots.meanSquare[2][7],
  });
  expect(slotsAfter.mean).toBe(after.optimizer.slots.mean[2][7]);
});

test('a weight that is not there gives way to the nearest', () => {
  const { inspect } = oneStep(defaultOptimizers.sgd);
  expect(inspect({ tensor: 9, index: 99 }).weight.place).toEqual({ tensor: 3, index: 9 });
  expect(inspect({ tensor: -1, index: -1 }).weight.place).toEqual({ tensor: 0, index: 0 });
});
