import type { Dataset } from '../data/dataset';
import { createEpochOrders } from '../data/epochOrders';
import { openEngine } from '../engine/choose';
import { nextTask } from '../lib/nextTask';
import { createRandom } from '../lib/random';
import type { TrainingConfig } from '../training/config';
import { trainedImages } from '../training/config';
import type { RateRange } from '../training/rateRange';
import { RANGE_STEPS, hasRunAway, rangeRate } from '../training/rateRange';
import { runSlices } from '../training/slices';
import { lookAhead } from '../training/upcoming';
import { engineRequest } from './engineRequest';
import { trainingDataset } from './trainingDataset';

/** However slow the engine, nobody waits longer (ms). */
const LONGEST_MS = 10_000;

/** A learning-rate range test with a run's model, optimizer and batches. Nothing of it is kept. */
export async function findRate(config: TrainingConfig, given: Dataset): Promise<RateRange> {
  const dataset = trainingDataset(config, given);
  const abandoned = new AbortController();
  const loading = dataset.load(config.imageCount, { signal: abandoned.signal });
  // Whoever waits for images hears of a load that fails.
  loading.catch(() => undefined);
  const { engine } = await openEngine({
    ...engineRequest(config),
    trainingImages: dataset.training,
    known: [],
  });
  const rates: number[] = [];
  const losses: number[] = [];
  try {
    const endless = { ...config, epochs: RANGE_STEPS };
    const orders = createEpochOrders(trainedImages(config), createRandom(config.seed));
    const slices = lookAhead(runSlices(endless, engine.maxSliceImages, orders, 0), rangeRate);
    const endsAt = performance.now() + LONGEST_MS;
    let lossSum = 0;
    while (
      losses.length < RANGE_STEPS &&
      slices.next() &&
      performance.now() < endsAt &&
      !hasRunAway(losses)
    ) {
      const slice = slices.take();
      await dataset.training.until(Math.max(...slice.indices) + 1);
      const [result] = await engine.step([slice]);
      lossSum += result.lossSum;
      if (slice.update) {
        rates.push(slice.update.learningRate);
        losses.push(lossSum / slice.batchSize);
        lossSum = 0;
      }
      await nextTask();
    }
  } finally {
    abandoned.abort();
    await engine.dispose();
  }
  return { rates: Float32Array.from(rates), losses: Float32Array.from(losses) };
}
