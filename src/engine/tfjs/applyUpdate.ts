import type * as tf from '@tensorflow/tfjs';
import type { OptimizerSpec } from '../optimizer';
import { adamRate } from '../optimizer';

/**
 * One update of one weight tensor on the backend: `updateWeights` in tensors. Replaces the values of `weight` and of
 * each slot, whose order is that of `slotNames`. Leaves intermediate tensors to the caller's tidy.
 * @param t which update this is: 1, 2, …
 */
export function applyUpdate(
  spec: OptimizerSpec,
  learningRate: number,
  t: number,
  weight: tf.Variable,
  gradient: tf.Tensor,
  slots: readonly tf.Variable[],
): void {
  switch (spec.name) {
    case 'gradientDescent':
    case 'sgd':
      weight.assign(weight.sub(gradient.mul(learningRate)));
      break;
    case 'momentum': {
      const [velocity] = slots;
      velocity.assign(velocity.mul(spec.momentum).sub(gradient.mul(learningRate)));
      weight.assign(weight.add(velocity));
      break;
    }
    case 'rmsprop': {
      const [meanSquare] = slots;
      meanSquare.assign(meanSquare.mul(spec.rho).add(gradient.square().mul(1 - spec.rho)));
      weight.assign(weight.sub(gradient.mul(learningRate).div(meanSquare.add(spec.epsilon).sqrt())));
      break;
    }
    case 'adam': {
      const [mean, meanSquare] = slots;
      const rate = adamRate(learningRate, spec.beta1, spec.beta2, t);
      mean.assign(mean.add(gradient.sub(mean).mul(1 - spec.beta1)));
      meanSquare.assign(
        meanSquare.add(
          gradient
            .square()
            .sub(meanSquare)
            .mul(1 - spec.beta2),
        ),
      );
      weight.assign(weight.sub(mean.mul(rate).div(meanSquare.sqrt().add(spec.epsilon))));
      break;
    }
  }
}
