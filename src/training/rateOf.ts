import type { TrainingConfig } from './config';
import { totalSteps } from './config';
import { learningRateAt } from './schedule';

/** The learning rate of a step, counted from 0: the schedule's, from the peak that was set last. */
export function rateOf(config: TrainingConfig, step: number): number {
  const change = config.rateChanges.findLast((each) => each.step <= step);
  return learningRateAt(
    config.schedule,
    change?.learningRate ?? config.learningRate,
    step,
    totalSteps(config),
  );
}
