import type { OptimizerSpec } from '../engine/optimizer';
import { defaultOptimizers } from '../engine/optimizer';
import type { TrainingConfig } from './config';

/** The update rule that a run's settings ask for. */
export function optimizerSpec({ optimizer, beta1, beta2 }: TrainingConfig): OptimizerSpec {
  const spec = defaultOptimizers[optimizer];
  return spec.name === 'adam' ? { ...spec, beta1, beta2 } : spec;
}
