import { Problem } from '../lib/problem';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import type { ModelSpec } from '../model/spec';
import { CLASS_COUNT, DIGIT_SHAPE } from '../model/spec';
import type { Engine, EngineOptions, Slice } from './engine';
import { engineLabels } from './engine';
import { greatestDifference } from './greatestDifference';
import { createReferenceTrainer } from './reference/referenceTrainer';

const IMAGES = 4;
/** With these weights and images every weight moves, and every image's likeliest digit leads by 0.0025 or more. */
const SEED = 4;
const LEARNING_RATE = 0.02;
/**
 * Adam moves a weight by about the learning rate, whatever its gradient: a wrong one shows. What float32 and the
 * approximations of graphics cards lack stays far below.
 */
const WEIGHT_TOLERANCE = LEARNING_RATE / 20;
const PROBABILITY_TOLERANCE = 1e-3;
/** Of a slice's loss sum (nats). */
const LOSS_TOLERANCE = 1e-2;

/** Strides and padding, both gradients of a convolution, channels that fill no vector: little work, all kinds of it. */
const spec: ModelSpec = {
  name: 'self-test',
  inputShape: DIGIT_SHAPE,
  layers: [
    {
      type: 'conv2d',
      filters: 5,
      kernel: [5, 4],
      strides: [4, 3],
      padding: 'same',
      activation: 'relu',
      useBias: true,
    },
    {
      type: 'conv2d',
      filters: 6,
      kernel: [3, 3],
      strides: [1, 2],
      padding: 'valid',
      activation: 'relu',
      useBias: true,
    },
    { type: 'maxPooling2d', pool: [2, 2], strides: [2, 2], padding: 'valid' },
    { type: 'flatten' },
    { type: 'dense', units: CLASS_COUNT, activation: 'softmax', useBias: true },
  ],
};

/**
 * Has an engine train a tiny model for two steps, the second of them in two slices, and compares all it says with the
 * reference. The engine is opened and disposed of here.
 *
 * @throws Problem `engineWrong` that names what differs, and by how much; and whatever the engine throws
 */
export async function selfTest(open: (options: EngineOptions) => Promise<Engine>, nodes = 1): Promise<void> {
  const random = createRandom(SEED);
  const pixels = DIGIT_SHAPE[0] * DIGIT_SHAPE[1];
  const options: EngineOptions = {
    spec,
    weights: initialWeights(planModel(spec), random),
    // An epsilon so large that a gradient near zero, which rounding may turn round, moves its weight little.
    optimizer: { name: 'adam', beta1: 0.8, beta2: 0.9, epsilon: 1e-3 },
    trainingImages: {
      images: Uint8Array.from({ length: IMAGES * pixels }, () => random.below(256)),
      labels: Uint8Array.from({ length: IMAGES }, () => random.below(CLASS_COUNT)),
      loadedCount: IMAGES,
    },
    nodes,
  };
  const { images } = options.trainingImages;
  const reference = createReferenceTrainer(options);
  const engine = await open(options);

  /** A difference that is no number is greater than any tolerance. */
  function compare(
    what: string,
    actual: ArrayLike<number>,
    expected: ArrayLike<number>,
    tolerance: number,
  ): void {
    const difference = greatestDifference(actual, expected);
    if (difference <= tolerance) return;
    const detail = `${what}: ±${difference.toPrecision(2)} (at most ±${tolerance.toPrecision(2)})`;
    throw new Problem('engineWrong', { engine: engineLabels[engine.name], detail });
  }

  try {
    const slices = [slice(0, IMAGES, true), slice(0, 2, false), slice(2, IMAGES, true)];
    const results = await engine.step(slices);
    slices.forEach((part, i) => {
      const { lossSum, correct } = reference.step(part);
      compare(`loss of slice ${i + 1}`, [results[i].lossSum], [lossSum], LOSS_TOLERANCE * lossSum);
      compare(`right answers of slice ${i + 1}`, [results[i].correct], [correct], 0);
    });
    const { weights } = await engine.readState();
    reference.state().weights.forEach((expected, i) => {
      compare(`weights ${i + 1}`, weights[i], expected, WEIGHT_TOLERANCE);
    });
    compare('probabilities', await engine.predict(images), reference.predict(images), PROBABILITY_TOLERANCE);
  } finally {
    await engine.dispose();
  }
}

/** Images `start` … `end` − 1 of the batch of all. */
function slice(start: number, end: number, isLast: boolean): Slice {
  return {
    indices: Uint32Array.from({ length: end - start }, (_, i) => start + i),
    batchSize: IMAGES,
    offset: start,
    seed: 0,
    update: isLast ? { learningRate: LEARNING_RATE } : null,
  };
}
