import type { Pair } from './pair';
import { sharesOf } from './pair';
import type { Reader } from './reader';

/**
 * How fast logit[target] − logit[rival] grows with each pixel's ink: its gradient, where the digit is now (Simonyan et al., "Deep inside
 * convolutional networks", 2013).
 */
export function inputGradient(reader: Reader, pixels: Float64Array, pair: Pair): Float64Array {
  return reader.gradient(pixels, sharesOf(pair)).gradient;
}
