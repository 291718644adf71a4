import type { ImageSet } from '../imageSet';
import { IMAGE_BYTES } from '../manifest';
import { PATTERN_LENGTH, PATTERN_NORM, createEdgePatterns } from './edgePattern';

/**
 * A digit is compared with no more images than these, the first ones: 6 MB of patterns. All 60,000 would take twice as long; AUROC of drawn
 * letters against test digits would be 0.966 rather than 0.964 (`node bench/unlike.mjs --images 60000`).
 */
export const MOST_IMAGES = 30_000;
/** The nearest images that count; one alone may be an oddity itself. */
export const NEAREST_COUNT = 3;

/** Until a search is given up between parts of a pattern; those in the middle, which differ most, come first. */
const partStarts = [2, 1, 3, 0, 4].map((part) => (part * PATTERN_LENGTH) / 5);
const PART_LENGTH = PATTERN_LENGTH / 5;
/** Between two looks at the clock. */
const IMAGES_AT_ONCE = 50;

/** A training image that is near to a digit. */
export interface Neighbour {
  /** Its place in the set. */
  readonly image: number;
  /** Between their patterns, whose length is 1: 0 is the same, √2 nothing in common. */
  readonly distance: number;
}

export interface NearestDigits {
  /** Images that a digit is compared with so far. */
  readonly imageCount: number;
  /** Takes in images that have arrived meanwhile, for so long (ms). @returns whether that were all */
  takeIn(forMs: number): boolean;
  /** The nearest, the nearest first; without the image `except` of the set itself. */
  nearest(digit: Uint8Array, except?: number): Neighbour[];
}

/** Looks through the images of a set, as far as they have arrived, for those most like a digit (edgePattern.ts says in what). */
export function createNearestDigits(set: ImageSet, mostImages = MOST_IMAGES): NearestDigits {
  const limit = Math.min(set.imageCount, mostImages);
  const patterns = new Uint8Array(limit * PATTERN_LENGTH);
  const patternOf = createEdgePatterns();
  const wanted = new Uint8Array(PATTERN_LENGTH);
  let imageCount = 0;

  /** Squared, or some number that is no less than `enough` where it would be. */
  function squaredDistance(start: number, enough: number): number {
    let sum = 0;
    for (const part of partStarts) {
      for (let i = part; i < part + PART_LENGTH; i++) {
        const difference = patterns[start + i] - wanted[i];
        sum += difference * difference;
      }
      if (sum >= enough) return sum;
    }
    return sum;
  }

  return {
    get imageCount() {
      return imageCount;
    },

    takeIn(forMs) {
      const end = performance.now() + forMs;
      const arrived = Math.min(limit, set.loadedCount);
      while (imageCount < arrived) {
        for (const until = Math.min(arrived, imageCount + IMAGES_AT_ONCE); imageCount < until; imageCount++) {
          const start = imageCount * PATTERN_LENGTH;
          patternOf(set.images, imageCount * IMAGE_BYTES, patterns.subarray(start, start + PATTERN_LENGTH));
        }
        if (performance.now() >= end) break;
      }
      return imageCount >= arrived;
    },

    nearest(digit, except = -1) {
      patternOf(digit, 0, wanted);
      const found: { image: number; squared: number }[] = [];
      let farthest = Infinity;
      for (let image = 0; image < imageCount; image++) {
        const squared = squaredDistance(image * PATTERN_LENGTH, farthest);
        if (squared >= farthest || image === except) continue;
        found.push({ image, squared });
        found.sort((a, b) => a.squared - b.squared);
        if (found.length > NEAREST_COUNT) found.pop();
        if (found.length === NEAREST_COUNT) farthest = found[NEAREST_COUNT - 1].squared;
      }
      return found.map(({ image, squared }) => ({ image, distance: Math.sqrt(squared) / PATTERN_NORM }));
    },
  };
}
