import type { Neighbour } from './nearestDigits';
import { MOST_IMAGES } from './nearestDigits';

/**
 * The middle one of the distances (mean of the three nearest) of 10,000 training images, each from the others of the first 30,000
 * (`node bench/unlike.mjs`).
 */
const USUAL_DISTANCE = 0.23;
/**
 * The more images there are, the nearer are the nearest: by this power of their number. With it 1.5 % of the training images lie beyond much the same
 * measure, 1.60 to 1.64, whether there are 5,000, 15,000, 30,000 or 60,000.
 */
const SHRINKING = 0.078;

/**
 * Above it a drawing is said to be unlike any training image. Of these themselves, each compared with the others, 1.5 % lie
 * beyond; the test images had no say. It flags 2.5 % of those, and of drawings that are no digits 72 % of letters, 85 % of shapes and 96 % of
 * scribbles (the same measurement).
 */
export const USUAL_THRESHOLD = 1.6;

/** Of every 5 % of the training images, the least unlike first, the middle one's unlikeness (the same measurement). */
export const unlikenessOfTraining: readonly number[] = [
  0.44, 0.61, 0.71, 0.76, 0.81, 0.85, 0.88, 0.92, 0.95, 0.99, 1.02, 1.05, 1.08, 1.12, 1.15, 1.2, 1.24, 1.3,
  1.38, 1.54,
];

/**
 * How unlike every image it was compared with a digit is: its mean distance from the nearest of them, where 1 is what is usual for a training
 * image among the others.
 *
 * @param imageCount how many it was compared with
 */
export function unlikeness(nearest: readonly Neighbour[], imageCount: number): number {
  const mean = nearest.reduce((sum, { distance }) => sum + distance, 0) / nearest.length;
  return mean / (USUAL_DISTANCE * (MOST_IMAGES / imageCount) ** SHRINKING);
}
