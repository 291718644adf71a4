import type { Slice } from '../slice';

/** Byte `at` of bytes that lie four in a word, the first lowest. */
export const byteAt = (words: ArrayLike<number>, at: number) => (words[at >> 2] >>> (8 * (at & 3))) & 255;

/** Ink 0 … 1 of pixel `at`. */
export const pixelAt = (words: ArrayLike<number>, at: number) => byteAt(words, at) / 255;

/** The data set's number of the slice's image at `place`. Places behind the last take the last once more. */
export const numberOf = (order: ArrayLike<number>, { orderStart, count }: Slice, place: number) =>
  order[orderStart + Math.min(place, count - 1)];
