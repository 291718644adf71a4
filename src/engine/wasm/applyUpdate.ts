import type { OptimizerSpec } from '../optimizer';
import { adamRate } from '../optimizer';
import type { Kernels } from './kernels';
import type { Parameters } from './layer';

/**
 * One update of all weights, from their gradient.
 * @param t which update this is: 1, 2, …
 * @param slots addresses, in the order of `slotNames`
 */
export function applyUpdate(
  kernels: Kernels,
  spec: OptimizerSpec,
  rate: number,
  t: number,
  { address, gradient, bytes }: Parameters,
  slots: readonly number[],
): void {
  const count = bytes / 16;
  switch (spec.name) {
    case 'gradientDescent':
    case 'sgd':
      return kernels.sgd(address, gradient, 1, 0, count, rate);
    case 'momentum':
      return kernels.momentum(address, slots[0], gradient, 1, 0, count, rate, spec.momentum);
    case 'rmsprop':
      return kernels.rmsprop(address, slots[0], gradient, 1, 0, count, rate, spec.rho, spec.epsilon);
    case 'adam': {
      const { beta1, beta2, epsilon } = spec;
      const corrected = adamRate(rate, beta1, beta2, t);
      return kernels.adam(
        address,
        slots[0],
        slots[1],
        gradient,
        1,
        0,
        count,
        corrected,
        1 - beta1,
        1 - beta2,
        epsilon,
      );
    }
  }
}
