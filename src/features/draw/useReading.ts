import { indexOfLargest } from '../../lib/indexOfLargest';
import { useApp } from '../../store/hooks';

export interface Reading {
  /** The likeliest digit. */
  readonly digit: number;
  /** Of the ten digits, 0 to 1. */
  readonly probabilities: Float32Array;
  /** Updates the weights had had. */
  readonly step: number;
}

/** What the network reads in the drawing; null where nothing was read. */
export function useReading(): Reading | null {
  const hasDigit = useApp((state) => state.digit !== null);
  const prediction = useApp((state) => state.prediction);
  return hasDigit && prediction ? { ...prediction, digit: indexOfLargest(prediction.probabilities) } : null;
}

/** The likeliest digit alone, which seldom changes while its probability does; null where nothing was read. */
export function useGuess(): number | null {
  return useApp(({ digit, prediction }) =>
    digit && prediction ? indexOfLargest(prediction.probabilities) : null,
  );
}
