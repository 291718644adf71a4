import type { EpochOrders } from '../data/epochOrders';
import type { Slice } from '../engine/engine';
import { hash32 } from '../lib/hash32';
import type { TrainingConfig } from './config';
import { imagesPerStep, stepsPerEpoch } from './config';

/** A slice and its place in the run. */
export interface PlacedSlice extends Slice {
  readonly step: number;
  readonly epoch: number;
  /** Images of the epoch seen once this slice is done. */
  readonly epochImages: number;
  readonly endsStep: boolean;
  readonly endsEpoch: boolean;
}

/**
 * All slices of a run in order, from the beginning of a step: epochs of shuffled batches, each cut to what the engine takes at a
 * time. The learning rate is left to whoever takes them, because it may change until then.
 */
export function* runSlices(
  config: TrainingConfig,
  maxSliceImages: number,
  orders: EpochOrders,
  firstStep: number,
): Generator<Omit<PlacedSlice, 'update'>, undefined> {
  const perEpoch = stepsPerEpoch(config);
  const perStep = imagesPerStep(config);
  for (let step = firstStep; step < config.epochs * perEpoch; step++) {
    const epoch = Math.floor(step / perEpoch);
    const order = orders.order(epoch);
    const start = (step % perEpoch) * perStep;
    const batch = order.subarray(start, start + perStep);
    for (let offset = 0; offset < batch.length; offset += maxSliceImages) {
      const indices = batch.subarray(offset, offset + maxSliceImages);
      const epochImages = start + offset + indices.length;
      yield {
        indices,
        batchSize: batch.length,
        offset,
        seed: hash32(config.seed ^ hash32(step)),
        step,
        epoch,
        epochImages,
        endsStep: offset + indices.length === batch.length,
        endsEpoch: epochImages === order.length,
      };
    }
  }
}
