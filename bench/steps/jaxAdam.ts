import { numpy as np } from '@jax-js/jax';
import { adamRate, defaultOptimizers } from '../../src/engine/optimizer';
import { LEARNING_RATE } from './contestant';

const { beta1, beta2, epsilon } = defaultOptimizers.adam;

/** Weights and what Adam remembers of them, array by array. */
export type AdamState = Readonly<Record<'weights' | 'means' | 'meanSquares', np.Array[]>>;

export function initialAdamState(weights: np.Array[]): AdamState {
  const zeros = () => weights.map((weight) => np.zeros(weight.shape));
  return { weights, means: zeros(), meanSquares: zeros() };
}

/** The learning rate of update t = 1, 2, … with its bias corrections, which only the host knows. */
export function adamRateOf(t: number): np.Array {
  return np.array(new Float32Array([adamRate(LEARNING_RATE, beta1, beta2, t)]), { shape: [] });
}

/** Adam's update in jax-js, whose package of optimizers is not on npm. Consumes its arguments. */
export function adamUpdate(
  { weights, means, meanSquares }: AdamState,
  gradients: np.Array[],
  rate: np.Array,
): AdamState {
  const next: AdamState = { weights: [], means: [], meanSquares: [] };
  weights.forEach((weight, i) => {
    const gradient = gradients[i];
    const mean = means[i].mul(beta1).add(gradient.ref.mul(1 - beta1));
    const meanSquare = meanSquares[i].mul(beta2).add(gradient.ref.mul(gradient).mul(1 - beta2));
    const change = mean.ref.mul(rate.ref).div(np.sqrt(meanSquare.ref).add(epsilon));
    next.weights.push(weight.sub(change));
    next.means.push(mean);
    next.meanSquares.push(meanSquare);
  });
  rate.dispose();
  return next;
}
