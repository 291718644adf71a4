import type { TrainingConfig } from './config';
import { stepsPerEpoch } from './config';
import { epochImagesAfter } from './stepImages';

/** Where counting goes on: completed steps, and the right answers since the start of their epoch. */
export interface CountedSoFar {
  readonly step: number;
  readonly epochCorrect: number;
}

const atTheStart: CountedSoFar = { step: 0, epochCorrect: 0 };

/**
 * The share of right answers since the start of the step's epoch, at the end of each of some steps. `correct` has the right
 * answers of each step's batch, from step `before.step` (counted from 0) on.
 */
export function runningAccuracy(
  config: TrainingConfig,
  correct: ArrayLike<number>,
  before: CountedSoFar = atTheStart,
): { readonly accuracies: Float32Array; readonly epochCorrect: number } {
  const perEpoch = stepsPerEpoch(config);
  const accuracies = new Float32Array(correct.length);
  let { epochCorrect } = before;
  for (let i = 0; i < correct.length; i++) {
    const step = before.step + i;
    if (step % perEpoch === 0) epochCorrect = 0;
    epochCorrect += correct[i];
    accuracies[i] = epochCorrect / epochImagesAfter(config, step);
  }
  return { accuracies, epochCorrect };
}
