import type { TrainingConfig } from './config';
import { imagesPerStep, stepsPerEpoch, trainedImages } from './config';

/** Images gone through from the start of a step's epoch to the end of the step, which is counted from 0. */
export function epochImagesAfter(config: TrainingConfig, step: number): number {
  const stepOfEpoch = step % stepsPerEpoch(config);
  return Math.min((stepOfEpoch + 1) * imagesPerStep(config), trainedImages(config));
}

/** Images in the batch of a step, counted from 0: the last batch of an epoch may be smaller. */
export function imagesInStep(config: TrainingConfig, step: number): number {
  const isFirst = step % stepsPerEpoch(config) === 0;
  return epochImagesAfter(config, step) - (isFirst ? 0 : epochImagesAfter(config, step - 1));
}

/** Images gone through in the first `steps` steps of a run, in every epoch anew. */
export function imagesInSteps(config: TrainingConfig, steps: number): number {
  if (steps === 0) return 0;
  const wholeEpochs = Math.floor((steps - 1) / stepsPerEpoch(config));
  return wholeEpochs * trainedImages(config) + epochImagesAfter(config, steps - 1);
}
