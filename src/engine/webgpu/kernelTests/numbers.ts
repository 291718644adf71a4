import type { Random } from '../../../lib/random';

/**
 * Sixteenths from −1 to 1. Products and sums of some thousands of them are exact in float32, so a kernel and its reference
 * agree to the last bit wherever no curve is involved, and take the same side of every corner and tie.
 */
export const sixteenths = (random: Random, length: number): Float32Array =>
  Float32Array.from({ length }, () => (random.below(33) - 16) / 16);

/** What an earlier slice may have left where a kernel writes: it must write zeros, too. */
export const leftovers = (length: number) => new Float32Array(length).fill(3);

/** Whole numbers below `bound`. */
export const wholes = (random: Random, length: number, bound: number): Uint32Array =>
  Uint32Array.from({ length }, () => random.below(bound));

/** Bytes in words: pixels that are paper or ink, which are 0 and 1 in every number format. */
export const inkWords = (random: Random, words: number): Uint32Array =>
  Uint32Array.from({ length: words }, () =>
    [0, 8, 16, 24].reduce((word, shift) => word + random.below(2) * 255 * 2 ** shift, 0),
  );
