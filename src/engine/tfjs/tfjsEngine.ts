import * as tf from '@tensorflow/tfjs';
import { buildLayersModel } from '../../model/layersModel';
import type { ModelPlan } from '../../model/plan';
import { planModel } from '../../model/plan';
import type { ModelSpec } from '../../model/spec';
import { asInTraining } from '../distortion';
import { dropoutMask } from '../dropoutMask';
import type { Engine, EngineOptions, EngineState, ImageSource, Slice, SliceResult } from '../engine';
import { initialOptimizerState, slotNames } from '../optimizer';
import { applyUpdate } from './applyUpdate';
import type { TfjsEngineName } from './backends';
import { openBackend } from './backends';

/**
 * Work that one slice may hold (floating-point operations), so that it stays near 200 ms: measured on two cores
 * with the article's model at 100 ms (wasm) and 1,846 ms (cpu) for 128 images of 2.5 MFLOP. Graphics cards take
 * far less than that; theirs bounds memory.
 */
const SLICE_FLOPS: Readonly<Record<TfjsEngineName, number>> = {
  'tfjs-webgpu': 1.2e9,
  webgl: 1.2e9,
  'tfjs-wasm': 300e6,
  cpu: 40e6,
};
const MAX_SLICE_IMAGES = 512;

/** Any backend of TensorFlow.js behind the engine contract: every layer kind, and the oracle of faster engines. */
export async function createTfjsEngine(
  name: TfjsEngineName,
  device: string,
  options: EngineOptions,
): Promise<Engine> {
  const plan = planModel(options.spec);
  const backend = await openBackend(name);
  const model = buildLayersModel(options.spec, 'logits');
  // A layer's weights are variables behind an interface that hides it; gradients are taken by variable.
  const weights = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
  const { optimizer, trainingImages } = options;
  let slots: tf.Variable[][] = [];
  let updates = 0;
  /** Sums of the gradients of a batch under way; null between batches. */
  let gradientSums: tf.Tensor[] | null = null;

  function runSlice(slice: Slice): tf.Tensor1D {
    const { indices, batchSize } = slice;
    return tf.tidy(() => {
      const images = imageTensor(gatherImages(trainingImages, slice, plan.spec), indices.length);
      const labels = tf.tensor1d(
        Int32Array.from(indices, (index) => trainingImages.labels[index]),
        'int32',
      );
      let correct: tf.Scalar | undefined;
      const { value: loss, grads } = tf.variableGrads(() => {
        const logits = trainingLogits(model, plan, images, slice);
        correct = tf.keep(countCorrect(logits, labels));
        return lossSum(logits, labels).mul<tf.Scalar>(1 / batchSize);
      }, weights);

      const gradients = weights.map((weight) => grads[weight.name]);
      const sums = gradientSums ? gradientSums.map((sum, i) => sum.add(gradients[i])) : gradients;
      tf.dispose(gradientSums ?? []);
      gradientSums = null;
      if (slice.update) {
        const { learningRate } = slice.update;
        updates++;
        weights.forEach((weight, i) =>
          applyUpdate(
            optimizer,
            learningRate,
            updates,
            weight,
            sums[i],
            slots.map((slot) => slot[i]),
          ),
        );
      } else {
        gradientSums = sums.map((sum) => tf.keep(sum));
      }
      const result = tf.stack([loss.mul(batchSize), correct!.toFloat()]) as tf.Tensor1D;
      correct!.dispose();
      return result;
    });
  }

  function loadState(state: EngineState): void {
    tf.tidy(() => {
      weights.forEach((weight, i) => weight.assign(tf.tensor(state.weights[i], weight.shape)));
      tf.dispose(slots);
      slots = slotNames[optimizer.name].map((slotName) =>
        weights.map((weight, i) =>
          tf.variable(tf.tensor(state.optimizer.slots[slotName][i], weight.shape), false),
        ),
      );
    });
    tf.dispose(gradientSums ?? []);
    gradientSums = null;
    updates = state.optimizer.step;
  }

  async function step(slices: readonly Slice[]): Promise<SliceResult[]> {
    const results = slices.map(runSlice);
    const all = tf.concat(results);
    tf.dispose(results);
    return readResults(all);
  }

  async function evaluate(images: Uint8Array, labels: Uint8Array): Promise<SliceResult> {
    const sums = tf.tidy(() => {
      const truth = tf.tensor1d(Int32Array.from(labels), 'int32');
      const logits = model.apply(imageTensor(toFloats(images), labels.length)) as tf.Tensor2D;
      return tf.stack([lossSum(logits, truth), countCorrect(logits, truth).toFloat()]) as tf.Tensor1D;
    });
    const [result] = await readResults(sums);
    return result;
  }

  async function predict(images: Uint8Array): Promise<Float32Array> {
    const probabilities = tf.tidy(() => {
      const count = images.length / pixelCount(plan);
      return tf.softmax(model.apply(imageTensor(toFloats(images), count)) as tf.Tensor2D);
    });
    const values = await probabilities.data<'float32'>();
    probabilities.dispose();
    return values;
  }

  async function readState(): Promise<EngineState> {
    const read = (tensors: readonly tf.Tensor[]) =>
      Promise.all(tensors.map(async (tensor) => (await tensor.data<'float32'>()).slice()));
    const names = slotNames[optimizer.name];
    const slotValues = await Promise.all(slots.map(read));
    return {
      weights: await read(weights),
      optimizer: {
        step: updates,
        slots: Object.fromEntries(names.map((slotName, i) => [slotName, slotValues[i]])),
      },
    };
  }

  loadState({
    weights: options.weights,
    optimizer: initialOptimizerState(optimizer, options.weights),
  });

  return {
    name,
    device,
    nodes: 1,
    nodeReports: [],
    losses: [],
    maxSliceImages: Math.min(MAX_SLICE_IMAGES, Math.ceil(SLICE_FLOPS[name] / plan.trainingFlops)),

    step: (slices) => backend.use(() => step(slices)),
    evaluate: (images, labels) => backend.use(() => evaluate(images, labels)),
    predict: (images) => backend.use(() => predict(images)),
    readState: () => backend.use(readState),
    writeState: (state) => backend.use(async () => loadState(state)),

    async dispose() {
      tf.dispose(gradientSums ?? []);
      tf.dispose(slots);
      model.dispose();
      backend.close();
    },
  };

  function imageTensor(pixels: Float32Array, count: number): tf.Tensor4D {
    return tf.tensor4d(pixels, [count, ...options.spec.inputShape]);
  }
}

/** Reads back pairs of loss sum and right answers; disposes the tensor. */
async function readResults(pairs: tf.Tensor1D): Promise<SliceResult[]> {
  const values = await pairs.data<'float32'>();
  pairs.dispose();
  return Array.from({ length: values.length / 2 }, (_, i) => ({
    lossSum: values[2 * i],
    correct: values[2 * i + 1],
  }));
}

/** The forward pass with dropout. Masks are ours: TensorFlow.js draws a seeded layer's mask anew, but always the same. */
function trainingLogits(
  model: tf.Sequential,
  plan: ModelPlan,
  images: tf.Tensor4D,
  slice: Slice,
): tf.Tensor2D {
  const [, ...layers] = model.layers;
  let values: tf.Tensor = images;
  plan.layers.forEach(({ spec, inputShape }, index) => {
    if (spec.type === 'dropout') {
      const count = slice.indices.length;
      const size = inputShape.reduce((product, side) => product * side, 1);
      const mask = dropoutMask(spec.rate, slice.seed, index, slice.offset, count, size);
      values = values.mul(tf.tensor(mask, [count, ...inputShape]));
    } else {
      values = layers[index].apply(values) as tf.Tensor;
    }
  });
  return values as tf.Tensor2D;
}

/** Sparse categorical cross-entropy: −Σ log softmax(logits)[label], in nats, over the images. */
function lossSum(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  const truth = tf.oneHot(labels, logits.shape[1]).toFloat();
  return tf.logSoftmax(logits).mul(truth).sum<tf.Scalar>().neg();
}

function countCorrect(logits: tf.Tensor2D, labels: tf.Tensor1D): tf.Scalar {
  return tf.argMax(logits, 1).equal(labels).sum<tf.Scalar>();
}

const pixelCount = (plan: ModelPlan) => plan.spec.inputShape.reduce((product, side) => product * side, 1);

/** Bytes 0 … 255 as floats 0 … 1. */
function toFloats(bytes: Uint8Array): Float32Array {
  return Float32Array.from(bytes, (byte) => byte / 255);
}

/** The pixels of a slice's images as floats 0 … 1, image by image, distorted where the model asks for it. */
function gatherImages(source: ImageSource, slice: Slice, spec: ModelSpec): Float32Array {
  const pixels = source.images.length / source.labels.length;
  const floats = new Float32Array(slice.indices.length * pixels);
  slice.indices.forEach((index, i) => {
    const image = source.images.subarray(index * pixels, (index + 1) * pixels);
    floats.set(toFloats(asInTraining(spec, image, slice.seed, slice.offset + i)), i * pixels);
  });
  return floats;
}
