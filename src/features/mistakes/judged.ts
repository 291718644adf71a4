import type { Confusion } from '../../scores/confusion';
import { confusionOf } from '../../scores/confusion';
import type { Guesses, ReadSet, Readings } from '../../scores/readings';
import { guessesOf } from '../../scores/readings';
import type { TrainingConfig } from '../../training/config';
import { trainedImages } from '../../training/config';

const TEST_IMAGES = 10_000;

/** What a model read in a set of images, and what follows from it. */
export interface Judged extends Readings {
  readonly set: ReadSet;
  /** The set's first image in MNIST's file. */
  readonly firstNumber: number;
  readonly guesses: Guesses;
  readonly counts: Confusion;
}

export function judge(config: TrainingConfig, set: ReadSet, readings: Readings): Judged {
  const guesses = guessesOf(readings);
  return {
    ...readings,
    set,
    firstNumber: set === 'test' ? 0 : trainedImages(config),
    guesses,
    counts: confusionOf(readings.labels, guesses.digits),
  };
}

/** How many images a run has of a set. */
export function countOfSet(config: TrainingConfig, set: ReadSet): number {
  return set === 'test' ? TEST_IMAGES : config.imageCount - trainedImages(config);
}
