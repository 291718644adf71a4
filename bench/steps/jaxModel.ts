import { lax, nn, numpy as np } from '@jax-js/jax';
import type { ModelPlan } from '../../src/model/plan';
import type { Activation } from '../../src/model/spec';

/**
 * A model of jax-js, whose convolutions take images as [image, channel, row, column] and kernels as [to, from, row, column].
 * The presets' layers, no others. Functions of jax-js consume their arguments.
 */
export interface JaxModel {
  /** Ours, in its layout. */
  readonly weights: np.Array[];
  /** [channel, row, column] */
  readonly inputShape: readonly [number, number, number];
  /** [image, digit] */
  logProbabilities(weights: np.Array[], images: np.Array): np.Array;
}

export function createJaxModel(plan: ModelPlan, kerasWeights: readonly Float32Array[]): JaxModel {
  const [height, width, channels] = plan.spec.inputShape;
  return {
    weights: jaxWeights(plan, kerasWeights),
    inputShape: [channels, height, width],
    logProbabilities: (weights, images) => nn.logSoftmax(logits(plan, weights, images)),
  };
}

/** Mean cross-entropy (nats). */
export function crossEntropy(logProbabilities: np.Array, labels: np.Array): np.Array {
  const [count, classes] = logProbabilities.shape;
  return logProbabilities
    .mul(nn.oneHot(labels, classes))
    .sum()
    .mul(-1 / count);
}

function logits(plan: ModelPlan, weights: readonly np.Array[], images: np.Array): np.Array {
  const [count] = images.shape;
  let next = 0;
  return plan.layers.reduce((values, { spec }) => {
    switch (spec.type) {
      case 'conv2d': {
        const padding = spec.padding === 'valid' ? 'VALID' : 'SAME';
        const [kernel, bias] = [weights[next++], weights[next++]];
        const sums = lax.convGeneralDilated(values, kernel, [...spec.strides], padding);
        return activate(spec.activation, sums.add(bias));
      }
      case 'maxPooling2d':
        if (spec.padding !== 'valid') throw new Error('the jax-js contestant pools without padding only');
        return lax.reduceWindow(values, np.max, [...spec.pool], [...spec.strides]);
      case 'flatten':
        return values.reshape([count, -1]);
      case 'dense': {
        const [kernel, bias] = [weights[next++], weights[next++]];
        return activate(spec.activation, np.dot(values, kernel).add(bias));
      }
      default:
        throw new Error(`the jax-js contestant has no layer ${spec.type}`);
    }
  }, images);
}

/** The final softmax is part of the loss. */
function activate(activation: Activation, values: np.Array): np.Array {
  switch (activation) {
    case 'relu':
      // Its own relu, max(values, 0), has slope 1 at 0, where everybody else's has 0: this order of the two gives 0, at no cost.
      return np.maximum(0, values);
    case 'linear':
    case 'softmax':
      return values;
    default:
      throw new Error(`the jax-js contestant has no activation ${activation}`);
  }
}

function jaxWeights(plan: ModelPlan, kerasWeights: readonly Float32Array[]): np.Array[] {
  let next = 0;
  let flattened: readonly number[] | null = null;
  return plan.layers.flatMap(({ spec, inputShape, weightShapes }) => {
    const arrays = weightShapes.map((shape) => np.array(kerasWeights[next++].slice(), { shape: [...shape] }));
    if (spec.type === 'flatten') flattened = inputShape;
    if (arrays.length === 0) return [];
    const [kernel, bias] = arrays;
    if (spec.type === 'conv2d') {
      return [np.transpose(kernel, [3, 2, 0, 1]), bias.reshape([spec.filters, 1, 1])];
    }
    if (!flattened) return arrays;
    // Rows of the first dense kernel follow the flattened image, whose channels come first here.
    const [units] = weightShapes[0].slice(-1);
    const rows = np.transpose(kernel.reshape([...flattened, units]), [2, 0, 1, 3]).reshape([-1, units]);
    flattened = null;
    return [rows, bias];
  });
}
