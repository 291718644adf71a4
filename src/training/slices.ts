import { epochOrder } from '../data/epochOrder';
import type { Slice } from '../engine/engine';
import { hash32 } from '../lib/hash32';
import type { Random } from '../lib/random';
import type { TrainingConfig } from './config';
import { imagesPerStep, totalSteps } from './config';
import { learningRateAt } from './schedule';

/** A slice and its place in the run. */
export interface PlacedSlice extends Slice {
  readonly step: number;
  readonly epoch: number;
  /** Images of the epoch seen once this slice is done. */
  readonly epochImages: number;
}

/** All slices of a run in order: epochs of shuffled batches, each cut to what the engine takes at a time. */
export function* runSlices(
  config: TrainingConfig,
  maxSliceImages: number,
  random: Random,
): Generator<PlacedSlice, undefined> {
  const stepCount = totalSteps(config);
  let step = 0;
  for (let epoch = 0; epoch < config.epochs; epoch++) {
    const order = epochOrder(epoch, config.imageCount, random);
    for (let start = 0; start < order.length; start += imagesPerStep(config), step++) {
      const learningRate = learningRateAt(config.schedule, config.learningRate, step, stepCount);
      const batch = order.subarray(start, start + imagesPerStep(config));
      for (let offset = 0; offset < batch.length; offset += maxSliceImages) {
        const indices = batch.subarray(offset, offset + maxSliceImages);
        const isLast = offset + indices.length === batch.length;
        yield {
          indices,
          batchSize: batch.length,
          offset,
          dropoutSeed: hash32(config.seed ^ hash32(step)),
          update: isLast ? { learningRate } : null,
          step,
          epoch,
          epochImages: start + offset + indices.length,
        };
      }
    }
  }
}
