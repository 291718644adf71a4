import { DIGIT_SIDE } from '../digitSide';

/** A pixel at least this dark is ink, every other paper. */
const INK = 128;
const SIDE = DIGIT_SIDE;

/**
 * Parts of ink less the holes in them: 1 for a 7, 0 for a 0, −1 for an 8, 3 for a face. Ink is joined at corners, too; paper is not. The 784
 * pixels begin at `start`. By Euler's formula it is the number of corners less that of sides, plus that of squares, of all inked pixels as squares, each
 * corner and side counted once; so no line need be followed.
 */
export function eulerNumber(images: Uint8Array, start: number): number {
  let number = 0;
  let above = 0;
  for (let y = 0; y <= SIDE; y++) {
    const row = y < SIDE ? inkedOf(images, start + y * SIDE) : 0;
    const either = above | row;
    // On the line above the row: corners, sides. In the row: upright sides, squares.
    number += count(either | (either << 1)) - count(either) - count(row | (row << 1)) + count(row);
    above = row;
  }
  return number;
}

/** The inked pixels of a row, a bit each. */
function inkedOf(images: Uint8Array, start: number): number {
  let bits = 0;
  for (let x = 0; x < SIDE; x++) bits |= (images[start + x] >= INK ? 1 : 0) << x;
  return bits;
}

/** How many of 32 bits are set: of two at a time, of four, of eight, and of all. */
function count(bits: number): number {
  const ofTwo = bits - ((bits >>> 1) & 0x55555555);
  const ofFour = (ofTwo & 0x33333333) + ((ofTwo >>> 2) & 0x33333333);
  const ofEight = (ofFour + (ofFour >>> 4)) & 0x0f0f0f0f;
  return Math.imul(ofEight, 0x01010101) >>> 24;
}
