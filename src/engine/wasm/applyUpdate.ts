import type { OptimizerSpec } from '../optimizer';
import { adamRate } from '../optimizer';
import type { Kernels } from './kernels';

/** Neighbouring weights, with the gradients that several nodes have of them. */
export interface WeightStretch {
  readonly address: number;
  /** Vectors of four weights. */
  readonly count: number;
  /** In the order of `slotNames`. */
  readonly slots: readonly number[];
  readonly gradient: GradientParts;
}

/** A gradient as the sum of `parts` arrays, the first at `address`, each `partStep` bytes after the one before. */
export interface GradientParts {
  readonly address: number;
  readonly parts: number;
  readonly partStep: number;
}

/** One update of these weights, from their gradient. @param t which update this is: 1, 2, … */
export function applyUpdate(
  kernels: Kernels,
  spec: OptimizerSpec,
  rate: number,
  t: number,
  { address, count, slots, gradient }: WeightStretch,
): void {
  const { address: g, parts, partStep } = gradient;
  switch (spec.name) {
    case 'gradientDescent':
    case 'sgd':
      return kernels.sgd(address, g, parts, partStep, count, rate);
    case 'momentum':
      return kernels.momentum(address, slots[0], g, parts, partStep, count, rate, spec.momentum);
    case 'rmsprop': {
      const { rho, epsilon } = spec;
      return kernels.rmsprop(address, slots[0], g, parts, partStep, count, rate, rho, 1 - rho, epsilon);
    }
    case 'adam': {
      const [mean, meanSquare] = slots;
      const { beta1, beta2, epsilon } = spec;
      const corrected = adamRate(rate, beta1, beta2, t);
      const [take1, take2] = [1 - beta1, 1 - beta2];
      return kernels.adam(
        address,
        mean,
        meanSquare,
        g,
        parts,
        partStep,
        count,
        corrected,
        take1,
        take2,
        epsilon,
      );
    }
  }
}
