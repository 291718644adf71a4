import type { Dataset } from '../data/dataset';
import { openEngine } from '../engine/choose';
import { createRandom } from '../lib/random';
import type { TrainingConfig } from '../training/config';
import { trainedImages } from '../training/config';
import type { HandDigits, HandScore } from '../training/learnHand';
import { handAugmentation, learnHand, mixWithHand, scoreHand } from '../training/learnHand';
import { defaultOptimizers } from '../engine/optimizer';
import { engineRequest } from './engineRequest';

/** What came of learning a visitor's hand. */
export interface HandLesson {
  readonly before: HandScore;
  readonly after: HandScore;
  /** The fine-tuning alone (ms). */
  readonly elapsedMs: number;
}

/** Fine-tunes a run's weights to the visitor's digits, on an engine of its own, and scores them before and after. */
export async function learnHandOf(
  config: TrainingConfig,
  weights: readonly Float32Array[],
  hand: HandDigits,
  dataset: Dataset,
  signal: AbortSignal,
): Promise<{ readonly lesson: HandLesson; readonly weights: readonly Float32Array[] }> {
  const request = engineRequest(config);
  const trainingImages = mixWithHand(dataset.training, trainedImages(config), hand);
  const { engine } = await openEngine({
    ...request,
    spec: { ...request.spec, augmentation: handAugmentation },
    weights,
    optimizer: defaultOptimizers.adam,
    trainingImages,
    known: [],
  });
  try {
    const before = await scoreHand(engine, hand, dataset.test, signal);
    const startedAt = performance.now();
    await learnHand(engine, trainingImages, hand.labels.length, createRandom(config.seed), signal);
    const elapsedMs = performance.now() - startedAt;
    const after = await scoreHand(engine, hand, dataset.test, signal);
    const state = await engine.readState();
    return { lesson: { before, after, elapsedMs }, weights: state.weights };
  } finally {
    await engine.dispose();
  }
}
