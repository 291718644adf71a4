import { indexOfLargest } from '../../lib/indexOfLargest';
import { planModel } from '../../model/plan';
import { CLASS_COUNT } from '../../model/spec';
import type { EngineOptions, EngineState, Slice, SliceResult } from '../engine';
import { initialOptimizerState, updateWeights } from '../optimizer';
import { backpropagate, imageOf, outputsOf, pixelsOf } from './backpropagate';
import { crossEntropy, softmax } from './crossEntropy';
import { network } from './network';

/** What every engine must compute: the Engine contract's mathematics, without its speed. */
export interface ReferenceTrainer {
  step(slice: Slice): SliceResult;
  evaluate(images: Uint8Array, labels: Uint8Array): SliceResult;
  predict(images: Uint8Array): Float64Array;
  state(): EngineState;
  setState(state: EngineState): void;
}

/** Trains in plain loops. Sums are float64; weights and slots are rounded to float32, as engines keep them. */
export function createReferenceTrainer(
  options: Pick<EngineOptions, 'spec' | 'weights' | 'optimizer' | 'trainingImages'>,
): ReferenceTrainer {
  const { optimizer, trainingImages } = options;
  const plan = planModel(options.spec);
  const pixels = options.spec.inputShape.reduce((product, side) => product * side, 1);
  let state: EngineState = {
    weights: options.weights,
    optimizer: initialOptimizerState(optimizer, options.weights),
  };
  let gradientSums = zeroGradients();

  function zeroGradients(): Float64Array[] {
    return options.weights.map(({ length }) => new Float64Array(length));
  }

  function logitsOf(images: Uint8Array): Float64Array[] {
    // Nothing goes back, so no gradient is kept.
    const weights = state.weights.map((values) => ({ values, gradient: new Float64Array() }));
    const operations = network(plan, weights);
    const count = images.length / pixels;
    return Array.from({ length: count }, (_, i) => {
      return outputsOf(operations, pixelsOf(imageOf(images, i, count)), null)[operations.length];
    });
  }

  return {
    step(slice) {
      const { lossSum, correct, gradients } = backpropagate(plan, state.weights, trainingImages, slice);
      gradientSums.forEach((sum, t) => gradients[t].forEach((value, i) => (sum[i] += value)));
      if (slice.update) {
        const { weights, state: next } = updateWeights(
          optimizer,
          slice.update.learningRate,
          state.weights,
          gradientSums.map((sum) => Float32Array.from(sum)),
          state.optimizer,
        );
        state = { weights, optimizer: next };
        gradientSums = zeroGradients();
      }
      return { lossSum, correct };
    },

    evaluate(images, labels) {
      const logits = logitsOf(images);
      return {
        lossSum: logits.reduce((sum, values, i) => sum + crossEntropy(values, labels[i]), 0),
        correct: logits.filter((values, i) => indexOfLargest(values) === labels[i]).length,
      };
    },

    predict(images) {
      const probabilities = new Float64Array((CLASS_COUNT * images.length) / pixels);
      logitsOf(images).forEach((values, i) => probabilities.set(softmax(values), CLASS_COUNT * i));
      return probabilities;
    },

    state: () => state,
    setState(newState) {
      state = newState;
      gradientSums = zeroGradients();
    },
  };
}
