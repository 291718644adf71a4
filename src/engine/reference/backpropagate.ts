import { indexOfLargest } from '../../lib/indexOfLargest';
import type { ModelPlan } from '../../model/plan';
import type { ImageSource, Slice, SliceResult } from '../engine';
import { asInTraining } from '../distortion';
import { crossEntropy, crossEntropySlope } from './crossEntropy';
import { network } from './network';
import type { Operation, TrainingImage, Weight } from './operation';

/**
 * Backpropagation over one slice, image by image: forward through all operations, each output remembered; then the
 * slope of the loss back through them, last to first.
 *
 * @returns what the slice measured, and the gradient of the batch's mean loss as far as these images go, for each
 *   weight tensor in Keras order and layout
 */
export function backpropagate(
  plan: ModelPlan,
  weights: readonly Weight['values'][],
  source: ImageSource,
  { indices, batchSize, offset, seed }: Omit<Slice, 'update'>,
): SliceResult & { readonly gradients: Float64Array[] } {
  const gradients = weights.map((values) => new Float64Array(values.length));
  const operations = network(
    plan,
    weights.map((values, i) => ({ values, gradient: gradients[i] })),
  );
  let lossSum = 0;
  let correct = 0;
  indices.forEach((index, i) => {
    const image: TrainingImage = { seed, place: offset + i };
    const label = source.labels[index];
    const bytes = imageOf(source.images, index, source.labels.length);
    const input = pixelsOf(asInTraining(plan.spec, bytes, seed, offset + i));
    const outputs = outputsOf(operations, input, image);
    const logits = outputs[operations.length];
    lossSum += crossEntropy(logits, label);
    if (indexOfLargest(logits) === label) correct++;

    // The batch's loss is a mean, so each image has 1 / batchSize of a say.
    let slope: Float64Array = crossEntropySlope(logits, label).map((value) => value / batchSize);
    for (let place = operations.length - 1; place >= 0; place--) {
      slope = operations[place].backward(slope, outputs[place], outputs[place + 1], image);
    }
  });
  return { lossSum, correct, gradients };
}

/** The input, then what each operation makes of the one before: the last are the logits. */
export function outputsOf(
  operations: readonly Operation[],
  input: Float64Array,
  image: TrainingImage | null,
): Float64Array[] {
  const outputs = [input];
  operations.forEach((operation, place) => outputs.push(operation.forward(outputs[place], image)));
  return outputs;
}

/** Image `index` of `count`. */
export function imageOf(images: Uint8Array, index: number, count: number): Uint8Array {
  const size = images.length / count;
  return images.subarray(index * size, (index + 1) * size);
}

/** Bytes as numbers 0 … 1. */
export function pixelsOf(image: Uint8Array): Float64Array {
  return Float64Array.from(image, (byte) => byte / 255);
}
