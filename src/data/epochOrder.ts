import type { Random } from '../lib/random';
import { shuffled } from '../lib/shuffled';

/** In the first epoch images mix only within blocks of this many: one shard of MNIST. */
const FIRST_EPOCH_BLOCK = 5_000;

/**
 * The order in which an epoch goes through images 0 … imageCount − 1. The first epoch is shuffled block by block,
 * so that training can begin when the first shard is there and still never depends on how fast the others
 * arrive; later epochs are shuffled as a whole.
 */
export function epochOrder(epoch: number, imageCount: number, random: Random): Uint32Array {
  if (epoch > 0) return shuffled(imageCount, random);
  const order = new Uint32Array(imageCount);
  for (let start = 0; start < imageCount; start += FIRST_EPOCH_BLOCK) {
    order.set(shuffled(Math.min(FIRST_EPOCH_BLOCK, imageCount - start), random, start), start);
  }
  return order;
}
