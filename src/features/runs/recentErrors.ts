import type { TrainingConfig } from '../../training/config';
import { stepsPerEpoch } from '../../training/config';
import { imagesInStep } from '../../training/stepImages';

/** So much of an epoch has enough images for an error of 1 %, and is over before much has been learned. */
const WINDOW_OF_EPOCH = 0.1;

/**
 * The share of wrong answers among the latest images, at the end of each step: those of the last tenth of an epoch. A single
 * batch often has no wrong answer, and for that there is no place on a logarithmic axis.
 */
export function recentErrors(config: TrainingConfig, correct: ArrayLike<number>): Float32Array {
  const window = Math.ceil(WINDOW_OF_EPOCH * stepsPerEpoch(config));
  const errors = new Float32Array(correct.length);
  let images = 0;
  let right = 0;
  for (let step = 0; step < correct.length; step++) {
    images += imagesInStep(config, step);
    right += correct[step];
    const past = step - window;
    if (past >= 0) {
      images -= imagesInStep(config, past);
      right -= correct[past];
    }
    errors[step] = (images - right) / images;
  }
  return errors;
}
