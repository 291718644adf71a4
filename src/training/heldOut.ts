import type { ImageSet } from '../data/imageSet';
import { partOfImages } from '../data/imageSet';
import type { Engine } from '../engine/engine';
import { nextTask } from '../lib/nextTask';
import type { Checkpoint, Validation } from './checkpoint';
import type { TrainingConfig } from './config';
import { stepsPerEpoch, trainedImages } from './config';
import { evaluate } from './evaluate';
import type { ValidationEvent } from './events';

/** Scores the images held out after each epoch, remembers the best weights, and knows when to stop early. */
export interface HeldOut {
  readonly validations: readonly Validation[];
  /** The weights of the lowest loss so far; null before the first validation. */
  readonly bestWeights: Checkpoint['bestWeights'];
  /** Whether an epoch has just ended that was not scored yet. */
  isDue(stepsDone: number): boolean;
  score(engine: Engine, stepsDone: number, signal?: AbortSignal): Promise<ValidationEvent>;
  /** Whether it is time to stop early. */
  isOver(): boolean;
  /** Puts the best weights back; the optimizer's state stays. */
  restoreBest(engine: Engine): Promise<void>;
}

/**
 * What is held out of a run's training images.
 *
 * @param before what a checkpoint remembers; null at the beginning
 * @returns null where nothing is held out
 */
export function createHeldOut(
  config: TrainingConfig,
  training: ImageSet,
  before: Pick<Checkpoint, 'validations' | 'bestWeights'> | null,
): HeldOut | null {
  const { imageCount, patience } = config;
  if (trainedImages(config) === imageCount) return null;
  const images = partOfImages(training, trainedImages(config), imageCount);
  const validations = [...(before?.validations ?? [])];
  let bestWeights = before?.bestWeights ?? null;
  const sinceBest = () => validations.length - 1 - indexOfBest(validations);

  return {
    validations,
    get bestWeights() {
      return bestWeights;
    },

    isDue: (stepsDone) =>
      stepsDone > 0 && stepsDone % stepsPerEpoch(config) === 0 && validations.at(-1)?.step !== stepsDone,

    async score(engine, stepsDone, signal) {
      for await (const event of evaluate(engine, images, signal)) {
        if (event.type === 'evaluated') {
          validations.push({ step: stepsDone, loss: event.loss, accuracy: event.accuracy });
        }
        // Questions that arrived meanwhile come first.
        await nextTask();
      }
      if (sinceBest() === 0) bestWeights = (await engine.readState()).weights;
      return { type: 'validated', validation: validations[validations.length - 1] };
    },

    isOver: () => patience > 0 && sinceBest() >= patience,

    async restoreBest(engine) {
      if (!bestWeights || sinceBest() === 0) return;
      const { optimizer } = await engine.readState();
      await engine.writeState({ weights: bestWeights, optimizer });
    },
  };
}

/** The first of those with the lowest loss. */
function indexOfBest(validations: readonly Validation[]): number {
  return validations.reduce((best, { loss }, i) => (loss < validations[best].loss ? i : best), 0);
}
