import type { Guesses } from './readings';

/** Bins of equal width. */
const BINS = 10;

/** The images whose guess has a confidence above `from` and up to `to`. */
export interface ConfidenceBin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Images of these that are read right. */
  readonly right: number;
  /** Mean probability of the guess, 0 … 1; null for an empty bin. */
  readonly confidence: number | null;
  /** Share that is read right, 0 … 1; null for an empty bin. */
  readonly accuracy: number | null;
}

/** Whether what a model calls likely happens as often as it says. */
export interface Calibration {
  /** Ten, by confidence. */
  readonly bins: readonly ConfidenceBin[];
  /** Mean over all images of the probability of the guess, 0 … 1. */
  readonly confidence: number;
  /** Share of all images that is read right, 0 … 1. */
  readonly accuracy: number;
  /** The distance between confidence and accuracy of a bin, on average over images, 0 … 1. */
  readonly expectedError: number;
}

/**
 * Bins by confidence, (0, 0.1] … (0.9, 1], and the expected calibration error Σ (count of bin / all) · |accuracy − confidence|. Source: Guo,
 * Pleiss, Sun and Weinberger, "On Calibration of Modern Neural Networks" (2017), equation 3, doi:10.48550/arXiv.1706.04599.
 *
 * @param labels the digit that each image shows; at least one image
 */
export function calibrationOf(labels: Uint8Array, { digits, confidences }: Guesses): Calibration {
  const counts = new Uint32Array(BINS);
  const rights = new Uint32Array(BINS);
  const confidenceSums = new Float64Array(BINS);
  labels.forEach((label, image) => {
    const confidence = confidences[image];
    const bin = Math.min(BINS - 1, Math.max(0, Math.ceil(BINS * confidence) - 1));
    counts[bin]++;
    rights[bin] += Number(digits[image] === label);
    confidenceSums[bin] += confidence;
  });
  const sum = (values: Uint32Array | Float64Array) => [...values].reduce((total, value) => total + value, 0);
  // Of a bin, count · |right / count − confidence sum / count|.
  const distances = confidenceSums.map((confidence, bin) => Math.abs(rights[bin] - confidence));
  return {
    bins: Array.from({ length: BINS }, (_, bin) => ({
      from: bin / BINS,
      to: (bin + 1) / BINS,
      count: counts[bin],
      right: rights[bin],
      confidence: counts[bin] > 0 ? confidenceSums[bin] / counts[bin] : null,
      accuracy: counts[bin] > 0 ? rights[bin] / counts[bin] : null,
    })),
    confidence: sum(confidenceSums) / labels.length,
    accuracy: sum(rights) / labels.length,
    expectedError: sum(distances) / labels.length,
  };
}
