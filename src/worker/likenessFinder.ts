import type { Dataset } from '../data/dataset';
import { IMAGE_BYTES } from '../data/manifest';
import type { NearestDigits } from '../data/likeness/nearestDigits';
import { createNearestDigits } from '../data/likeness/nearestDigits';
import { unlikeness } from '../data/likeness/unlikeness';
import { nextTask } from '../lib/nextTask';

/** How like the training images a digit is. */
export interface Likeness {
  /** unlikeness.ts: 1 is usual for a training image. */
  readonly unlikeness: number;
  /** Training images that it was compared with. */
  readonly imageCount: number;
  /** The nearest, the nearest first: which digit each shows, and its 784 bytes. */
  readonly nearest: readonly { readonly label: number; readonly pixels: Uint8Array }[];
}

/** Steps and predictions wait no longer than this for images that are taken in (ms). */
const PIECE_MS = 4;

/**
 * Compares digits with the training images that have arrived; it fetches none. The newest question wins: one that waits when another comes is
 * given up, and its answer is null, as it is where no image has arrived.
 */
export function createLikenessFinder(): (
  dataset: Dataset | null,
  digit: Uint8Array,
) => Promise<Likeness | null> {
  let newest = 0;
  let digits: NearestDigits | null = null;
  let digitsOf: Dataset | null = null;

  return async (dataset, digit) => {
    const own = ++newest;
    if (!dataset || dataset.training.loadedCount === 0) return null;
    if (!digits || digitsOf !== dataset) digits = createNearestDigits(dataset.training);
    digitsOf = dataset;
    while (!digits.takeIn(PIECE_MS)) {
      await nextTask();
      if (own !== newest) return null;
    }
    const { images, labels } = dataset.training;
    const nearest = digits.nearest(digit);
    return {
      unlikeness: unlikeness(nearest, digits.imageCount),
      imageCount: digits.imageCount,
      nearest: nearest.map(({ image }) => ({
        label: labels[image],
        pixels: images.slice(IMAGE_BYTES * image, IMAGE_BYTES * (image + 1)),
      })),
    };
  };
}
