import type { Random } from '../lib/random';

/** Images in a shard of MNIST. */
const SHARD_IMAGES = 5_000;

/**
 * The order in which an epoch goes through images 0 … imageCount − 1: each image once, at random (Fisher and Yates).
 *
 * In the first epoch images still arrive, shard by shard. So that training can begin with the first and still never depends on how
 * fast the others come, each shard joins a pool and half as many images are drawn from it; when the last has joined, all
 * that are left. The second half of the epoch is thus drawn from everybody's handwriting: drawing the epoch shard by shard
 * costs the one-epoch recipe 0.07 points of accuracy, this way 0.02 (native Keras, 7 and 10 seeds).
 */
export function epochOrder(epoch: number, imageCount: number, random: Random): Uint32Array {
  const shard = epoch === 0 ? SHARD_IMAGES : imageCount;
  const order = new Uint32Array(imageCount);
  const pool = new Uint32Array(imageCount);
  let drawn = 0;
  for (let arrived = 0; arrived < imageCount;) {
    const joining = Math.min(shard, imageCount - arrived);
    for (let i = 0; i < joining; i++) pool[arrived - drawn + i] = arrived + i;
    arrived += joining;
    const end = arrived === imageCount ? imageCount : drawn + Math.floor(joining / 2);
    while (drawn < end) {
      const last = arrived - drawn - 1;
      const place = random.below(last + 1);
      order[drawn++] = pool[place];
      pool[place] = pool[last];
    }
  }
  return order;
}
