import type { OptimizerName } from '../../engine/optimizer';
import type { TrainingConfig } from '../../training/config';
import { usualLearningRate } from '../../training/config';

/** The same settings and seed with each of these optimizers, at the learning rate usual for it. */
export function sameStartConfigs(
  config: TrainingConfig,
  optimizers: readonly OptimizerName[],
): TrainingConfig[] {
  return optimizers.map((optimizer) => ({
    ...config,
    optimizer,
    learningRate: usualLearningRate[optimizer],
    // They belong to another run's learning rate.
    rateChanges: [],
  }));
}
