import type { ImageSet } from '../imageSet';
import { IMAGE_BYTES } from '../manifest';
import { PATTERN_LENGTH, PATTERN_NORM, createEdgePatterns } from './edgePattern';
import { eulerNumber } from './eulerNumber';

/**
 * A digit is compared with no more images than these, the first ones: 6 MB of patterns. All 60,000 would take twice as long; AUROC of drawn
 * letters against test digits would be 0.969 rather than 0.966 (`node bench/unlike.mjs --images 60000`).
 */
export const MOST_IMAGES = 30_000;
/** The nearest images that count; one alone may be an oddity itself. */
export const NEAREST_COUNT = 3;

/**
 * What one part of ink or one hole more or less counts, as a distance: a circle with a cross in it has the edges of a 0 or an 8, a face those of a 0
 * (`node bench/unlike.mjs`).
 */
const EULER_DISTANCE = 0.12;
const EULER_WEIGHT = PATTERN_NORM * EULER_DISTANCE;
/** A drawing of many dots or holes is unlike enough. */
const MOST_EULER = 9;

/** Until a search is given up between parts of a pattern; those in the middle, which differ most, come first. */
const partStarts = [2, 1, 3, 0, 4].map((part) => (part * PATTERN_LENGTH) / 5);
const PART_LENGTH = PATTERN_LENGTH / 5;
/** Between two looks at the clock. */
const IMAGES_AT_ONCE = 50;

/** A training image that is near to a digit. */
export interface Neighbour {
  /** Its place in the set. */
  readonly image: number;
  /** Between their patterns, whose length is 1 (0 is the same, √2 nothing in common), and their Euler numbers: the root of both squares' sum. */
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

/** Looks through the images of a set, as far as they have arrived, for those most like a digit (edgePattern.ts and eulerNumber.ts say in what). */
export function createNearestDigits(set: ImageSet, mostImages = MOST_IMAGES): NearestDigits {
  const limit = Math.min(set.imageCount, mostImages);
  const patterns = new Uint8Array(limit * PATTERN_LENGTH);
  const eulers = new Int8Array(limit);
  const patternOf = createEdgePatterns();
  const wanted = new Uint8Array(PATTERN_LENGTH);
  let wantedEuler = 0;
  let imageCount = 0;

  /** Squared, or some number that is no less than `enough` where it would be. */
  function squaredDistance(image: number, enough: number): number {
    const start = image * PATTERN_LENGTH;
    const eulerDistance = EULER_WEIGHT * (eulers[image] - wantedEuler);
    let sum = eulerDistance * eulerDistance;
    if (sum >= enough) return sum;
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
          eulers[imageCount] = eulerOf(set.images, imageCount * IMAGE_BYTES);
        }
        if (performance.now() >= end) break;
      }
      return imageCount >= arrived;
    },

    nearest(digit, except = -1) {
      patternOf(digit, 0, wanted);
      wantedEuler = eulerOf(digit, 0);
      const found: { image: number; squared: number }[] = [];
      let farthest = Infinity;
      for (let image = 0; image < imageCount; image++) {
        const squared = squaredDistance(image, farthest);
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

function eulerOf(images: Uint8Array, start: number): number {
  return Math.max(-MOST_EULER, Math.min(MOST_EULER, eulerNumber(images, start)));
}
