import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { createRandom } from '../../lib/random';
import type { Random } from '../../lib/random';
import type { ModelSpec } from '../../model/spec';
import type { EngineOptions, EngineState, Slice, SliceResult } from '../engine';
import { exactImages, exactWeights, generatedModel } from '../generatedModels';
import { greatestDifference } from '../greatestDifference';
import type { OptimizerSpec } from '../optimizer';
import { defaultOptimizers, optimizerNames, slotNames } from '../optimizer';
import { createReferenceTrainer } from '../reference/referenceTrainer';
import { testKernels } from './builtKernels';
import { createWasmEngine } from './wasmEngine';

const TRAINING_IMAGES = 30;
/** float32 rounds sums of up to some thousand products: weights, slots and probabilities, most of them below 1. */
const TOLERANCE = 2e-5;
/** Of the loss sum (nats), or of one nat an image where that is more. */
const LOSS_TOLERANCE = 2e-5;

/** Constants other than Keras', and a second moment's root that small gradients do not sink under. */
const optimizers: Readonly<Record<(typeof optimizerNames)[number], OptimizerSpec>> = {
  ...defaultOptimizers,
  momentum: { name: 'momentum', momentum: 0.7 },
  rmsprop: { name: 'rmsprop', rho: 0.8, epsilon: 1e-4 },
  adam: { name: 'adam', beta1: 0.75, beta2: 0.95, epsilon: 1e-3 },
};

/** Weights in the middle of a training. */
function someState(weights: readonly Float32Array[], optimizer: OptimizerSpec, random: Random): EngineState {
  const slot = () => weights.map((tensor) => tensor.map(() => random.uniform() / 8));
  return {
    weights,
    optimizer: {
      step: random.below(9),
      slots: Object.fromEntries(slotNames[optimizer.name].map((name) => [name, slot()])),
    },
  };
}

/** A batch of random images, cut at random. */
function someSlices(random: Random): Slice[] {
  const batchSize = 1 + random.below(40);
  const dropoutSeed = random.uint32();
  const slices: Slice[] = [];
  for (let offset = 0; offset < batchSize;) {
    const length = 1 + random.below(batchSize - offset);
    slices.push({
      indices: Uint32Array.from({ length }, () => random.below(TRAINING_IMAGES)),
      batchSize,
      offset,
      dropoutSeed,
      update: offset + length === batchSize ? { learningRate: 0.5 } : null,
    });
    offset += length;
  }
  return slices;
}

function expectAlike(actual: SliceResult, expected: SliceResult, count: number): void {
  const tolerance = LOSS_TOLERANCE * Math.max(expected.lossSum, count);
  expect(Math.abs(actual.lossSum - expected.lossSum)).toBeLessThan(tolerance);
  expect(actual.correct).toBe(expected.correct);
}

function expectClose(actual: EngineState, expected: EngineState): void {
  expect(actual.optimizer.step).toBe(expected.optimizer.step);
  const tensors = ({ weights, optimizer }: EngineState) =>
    Object.entries({ weights, ...optimizer.slots }).flatMap(([name, values]) =>
      values.map((tensor, place) => ({ name: `${name} ${place}`, tensor })),
    );
  const all = tensors(expected);
  tensors(actual).forEach(({ name, tensor }, i) => {
    expect(name).toBe(all[i].name);
    expect(greatestDifference(tensor, all[i].tensor), name).toBeLessThan(TOLERANCE);
  });
}

/** What an engine is tried on; all but the spec and the optimizer's name follows from the seed. */
const generatedCase = fc.record({
  spec: generatedModel,
  optimizer: fc.constantFrom(...optimizerNames),
  seed: fc.nat(),
});

function optionsOf(spec: ModelSpec, optimizer: OptimizerSpec, random: Random): EngineOptions {
  return {
    spec,
    weights: exactWeights(spec, random),
    optimizer,
    trainingImages: exactImages(spec, TRAINING_IMAGES, random),
    nodes: 1,
  };
}

describe('the WASM engine', () => {
  testKernels('computes what the reference computes, on any model', async (module) => {
    await fc.assert(
      fc.asyncProperty(generatedCase, async ({ spec, optimizer, seed }) => {
        const random = createRandom(seed);
        const options = optionsOf(spec, optimizers[optimizer], random);
        const engine = await createWasmEngine(async () => module, 'SIMD', options);
        const reference = createReferenceTrainer(options);
        const state = someState(options.weights, options.optimizer, random);
        await engine.writeState(state);
        reference.setState(state);

        const { images, labels } = exactImages(spec, 1 + random.below(20), random);
        expectAlike(await engine.evaluate(images, labels), reference.evaluate(images, labels), labels.length);
        const probabilities = await engine.predict(images);
        expect(greatestDifference(probabilities, reference.predict(images))).toBeLessThan(TOLERANCE);

        const slices = someSlices(random);
        const results = await engine.step(slices);
        slices.forEach((slice, i) => {
          expectAlike(results[i], reference.step(slice), slice.indices.length);
        });
        expectClose(await engine.readState(), reference.state());
        await engine.dispose();
      }),
      { numRuns: 100 },
    );
  });

  testKernels('gives back the state it was given, bit for bit, and goes on from it alike', async (module) => {
    await fc.assert(
      fc.asyncProperty(generatedCase, async ({ spec, optimizer, seed }) => {
        const random = createRandom(seed);
        const options = optionsOf(spec, optimizers[optimizer], random);
        const state = someState(options.weights, options.optimizer, random);
        const [engine, copy] = await Promise.all([
          createWasmEngine(async () => module, 'SIMD', options),
          createWasmEngine(async () => module, 'SIMD', options),
        ]);
        await engine.writeState(state);
        expect(await engine.readState()).toEqual(state);

        await engine.step(someSlices(random));
        // What a batch under way has summed up does not belong to the state.
        await copy.step([{ ...someSlices(random)[0], update: null }]);
        await copy.writeState(await engine.readState());
        const slices = someSlices(random);
        expect(await copy.step(slices)).toEqual(await engine.step(slices));
        expect(await copy.readState()).toEqual(await engine.readState());
      }),
      { numRuns: 30 },
    );
  });
});
