import { indexOfLargest } from '../lib/indexOfLargest';
import { CLASS_COUNT } from '../model/spec';

/** Images whose digits are known and that a run does not train with: those of the test, or those it holds out itself. */
export type ReadSet = 'test' | 'heldOut';

/** What a model reads in images whose digits are known. */
export interface Readings {
  /** The digit that each image shows, 0 … 9. */
  readonly labels: Uint8Array;
  /** Ten probabilities for each image, image by image; each ten add up to 1. */
  readonly probabilities: Float32Array;
}

/** The likeliest digit of each image, and how likely it is. */
export interface Guesses {
  /** 0 … 9; the smallest of several that are equally likely. */
  readonly digits: Uint8Array;
  /** 0.1 … 1. */
  readonly confidences: Float32Array;
}

export function guessesOf({ labels, probabilities }: Readings): Guesses {
  const digits = new Uint8Array(labels.length);
  const confidences = new Float32Array(labels.length);
  for (let image = 0; image < labels.length; image++) {
    const ofImage = probabilitiesOf(probabilities, image);
    digits[image] = indexOfLargest(ofImage);
    confidences[image] = ofImage[digits[image]];
  }
  return { digits, confidences };
}

/** The ten probabilities of one image. */
export function probabilitiesOf(probabilities: Float32Array, image: number): Float32Array {
  return probabilities.subarray(CLASS_COUNT * image, CLASS_COUNT * (image + 1));
}
