import fc from 'fast-check';
import { createRandom } from '../lib/random';
import type { Random } from '../lib/random';
import type { ModelSpec } from '../model/spec';
import { CLASS_COUNT } from '../model/spec';
import { asInTraining } from './distortion';
import type { Engine, EngineOptions, EngineState, ImageSource, Slice, SliceResult } from './engine';
import {
  exactImages,
  exactWeights,
  generatedAugmentation,
  generatedModel,
  greyImages,
} from './generatedModels';
import { greatestDifference } from './greatestDifference';
import type { OptimizerSpec } from './optimizer';
import { defaultOptimizers, optimizerNames, slotNames } from './optimizer';
import { imageOf } from './reference/backpropagate';
import { createReferenceTrainer } from './reference/referenceTrainer';

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

/** What an engine is tried on; all but the spec and the optimizer's name follows from the seed. */
const generatedCase = fc.record({
  spec: generatedModel,
  optimizer: fc.constantFrom(...optimizerNames),
  seed: fc.nat(),
});

type OpenEngine = (options: EngineOptions) => Promise<Engine>;
/** How many models, and whether to stop at the first that fails, where looking for a smaller one would take too long. */
type Extent = Pick<fc.Parameters, 'numRuns' | 'endOnFailure'>;

/** Compares all that an engine says with the reference, on generated models. @throws what differs, and for which model */
export async function compareWithReference(open: OpenEngine, extent: Extent): Promise<void> {
  const property = fc.asyncProperty(generatedCase, async ({ spec, optimizer, seed }) => {
    const random = createRandom(seed);
    const options = optionsOf(spec, optimizers[optimizer], random);
    const engine = await open(options);
    const reference = createReferenceTrainer(options);
    const state = someState(options.weights, options.optimizer, random);
    await engine.writeState(state);
    reference.setState(state);

    const { images, labels } = exactImages(spec, 1 + random.below(20), random);
    const [evaluated, known] = [await engine.evaluate(images, labels), reference.evaluate(images, labels)];
    requireAlike('evaluation', evaluated, known, labels.length);
    requireClose('probabilities', await engine.predict(images), reference.predict(images), TOLERANCE);

    const slices = someSlices(random);
    const results = await engine.step(slices);
    slices.forEach((slice, i) => {
      requireAlike(`slice ${i}`, results[i], reference.step(slice), slice.indices.length);
    });
    compareStates(await engine.readState(), reference.state(), (what, actual, expected) =>
      requireClose(what, actual, expected, TOLERANCE),
    );
    await engine.dispose();
  });
  await fc.assert(property, extent);
}

/** Whether an engine gives back the state it was given, bit for bit, and goes on from it alike. @throws what differs, and where */
export async function checkStates(open: OpenEngine, extent: Extent): Promise<void> {
  const property = fc.asyncProperty(generatedCase, async ({ spec, optimizer, seed }) => {
    const random = createRandom(seed);
    const options = optionsOf(spec, optimizers[optimizer], random);
    const state = someState(options.weights, options.optimizer, random);
    const [engine, copy] = await Promise.all([open(options), open(options)]);
    await engine.writeState(state);
    compareStates(await engine.readState(), state, requireSame);

    await engine.step(someSlices(random));
    // What a batch under way has summed up does not belong to the state.
    await copy.step([{ ...someSlices(random)[0], update: null }]);
    await copy.writeState(await engine.readState());
    const slices = someSlices(random);
    const [copied, expected] = [await copy.step(slices), await engine.step(slices)];
    requireSame('results', copied.flatMap(numbersOf), expected.flatMap(numbersOf));
    compareStates(await copy.readState(), await engine.readState(), requireSame);
    await Promise.all([engine.dispose(), copy.dispose()]);
  });
  await fc.assert(property, extent);
}

/**
 * Whether an engine distorts training images as `distort` does: it must learn the same, bit for bit, from images that were distorted
 * before. @throws what differs, and where
 */
export async function checkDistortion(open: OpenEngine, extent: Extent): Promise<void> {
  const generated = fc.record({
    augmentation: generatedAugmentation,
    height: fc.integer({ min: 1, max: 28 }),
    width: fc.constantFrom(8, 28),
    seed: fc.nat(),
  });
  const property = fc.asyncProperty(generated, async ({ augmentation, height, width, seed }) => {
    const random = createRandom(seed);
    const plain: ModelSpec = {
      name: 'plain',
      inputShape: [height, width, 1],
      layers: [
        { type: 'flatten' },
        { type: 'dense', units: CLASS_COUNT, activation: 'softmax', useBias: true },
      ],
    };
    const spec = { ...plain, augmentation };
    const trainingImages = greyImages(spec, TRAINING_IMAGES, random);
    const options = { ...optionsOf(spec, optimizers.adam, random), trainingImages };
    const slices = someSlices(random);
    const indices = slices.flatMap((slice) => [...slice.indices]);
    const { images, labels } = trainingImages;
    const distorted: ImageSource = {
      images: Uint8Array.from(
        indices.flatMap((index, i) => [
          ...asInTraining(spec, imageOf(images, index, labels.length), slices[0].seed, i),
        ]),
      ),
      labels: Uint8Array.from(indices, (index) => labels[index]),
      loadedCount: indices.length,
    };
    const [engine, other] = await Promise.all([
      open(options),
      open({ ...options, spec: plain, trainingImages: distorted }),
    ]);
    const inOrder = slices.map((slice) => ({
      ...slice,
      indices: slice.indices.map((_, i) => slice.offset + i),
    }));
    const [results, expected] = [await engine.step(slices), await other.step(inOrder)];
    requireSame('results', results.flatMap(numbersOf), expected.flatMap(numbersOf));
    compareStates(await engine.readState(), await other.readState(), requireSame);
    // What is only looked at stays as it is.
    requireSame('probabilities', await engine.predict(images), await other.predict(images));
    await Promise.all([engine.dispose(), other.dispose()]);
  });
  await fc.assert(property, extent);
}

function optionsOf(spec: ModelSpec, optimizer: OptimizerSpec, random: Random): EngineOptions {
  return {
    spec,
    weights: exactWeights(spec, random),
    optimizer,
    trainingImages: exactImages(spec, TRAINING_IMAGES, random),
    nodes: 1,
  };
}

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
  const seed = random.uint32();
  const slices: Slice[] = [];
  for (let offset = 0; offset < batchSize;) {
    const length = 1 + random.below(batchSize - offset);
    slices.push({
      indices: Uint32Array.from({ length }, () => random.below(TRAINING_IMAGES)),
      batchSize,
      offset,
      seed,
      update: offset + length === batchSize ? { learningRate: 0.5 } : null,
    });
    offset += length;
  }
  return slices;
}

type Numbers = ArrayLike<number>;

function requireClose(what: string, actual: Numbers, expected: Numbers, tolerance: number): void {
  const difference = greatestDifference(actual, expected);
  if (difference < tolerance) return;
  throw new Error(`${what}: ±${difference} (less than ±${tolerance})`);
}

function requireSame(what: string, actual: Numbers, expected: Numbers): void {
  for (let i = 0; i < Math.max(actual.length, expected.length); i++) {
    if (Object.is(actual[i], expected[i])) continue;
    throw new Error(`${what}, number ${i}: ${actual[i]}, not ${expected[i]}`);
  }
}

const numbersOf = ({ lossSum, correct }: SliceResult) => [lossSum, correct];

function requireAlike(what: string, actual: SliceResult, expected: SliceResult, count: number): void {
  const tolerance = LOSS_TOLERANCE * Math.max(expected.lossSum, count);
  requireClose(`${what}, loss`, [actual.lossSum], [expected.lossSum], tolerance);
  requireSame(`${what}, right answers`, [actual.correct], [expected.correct]);
}

function compareStates(
  actual: EngineState,
  expected: EngineState,
  compare: (what: string, actual: Numbers, expected: Numbers) => void,
): void {
  requireSame('updates', [actual.optimizer.step], [expected.optimizer.step]);
  const [tensors, others] = [tensorsOf(actual), tensorsOf(expected)];
  const names = new Set([...Object.keys(tensors), ...Object.keys(others)]);
  for (const name of names) compare(name, tensors[name] ?? [], others[name] ?? []);
}

function tensorsOf({ weights, optimizer }: EngineState): Record<string, Numbers> {
  const kinds = Object.entries({ weights, ...optimizer.slots });
  return Object.fromEntries(
    kinds.flatMap(([kind, tensors]) => tensors.map((tensor, place) => [`${kind} ${place}`, tensor])),
  );
}
