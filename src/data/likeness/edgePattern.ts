import { DIGIT_SIDE } from '../digitSide';

/** Directions an edge is told apart by: from paper to ink, an eighth of a turn from one to the next. */
const DIRECTIONS = 8;
/** Cells along a side of the digit. */
const CELLS = 5;

/** Numbers of a pattern: of each cell, how much edge it has in each direction. */
export const PATTERN_LENGTH = CELLS * CELLS * DIRECTIONS;
/** The length of every pattern as a vector. Their numbers are bytes: it keeps MNIST's below 255. */
export const PATTERN_NORM = 400;

const MAX_BYTE = 255;
/** Rows and columns of paper around the digit, for the blur and the slope. */
const MARGIN = 2;
const FIELD_SIDE = DIGIT_SIDE + 2 * MARGIN;

/** Of each row or column of pixels: the first of the two cells between whose middles it lies, and the share of the second. */
const firstCell = new Int8Array(DIGIT_SIDE);
const shareOfSecond = new Float64Array(DIGIT_SIDE);
for (let pixel = 0; pixel < DIGIT_SIDE; pixel++) {
  const place = ((pixel + 0.5) * CELLS) / DIGIT_SIDE - 0.5;
  firstCell[pixel] = Math.floor(place);
  shareOfSecond[pixel] = place - Math.floor(place);
}

/**
 * Turns digits into what they are compared by: how their strokes' edges run, and where. Ink itself would not do: a page of scribbles is
 * mostly ink where an 8 is ink, too, and a thin 7 shares few pixels with a bold one. For every pixel the slope of the
 * slightly blurred ink gives an edge's strength and direction; it is shared out between the two nearest of eight directions and the four nearest of
 * 5×5 cells. The square root of each sum keeps long edges from drowning short ones, and all patterns are scaled to one length, so that neither
 * the amount of ink nor the pen's darkness counts. (Histograms of oriented gradients: Dalal and Triggs, 2005.)
 *
 * @returns a function that writes the pattern of the 784 pixels from `start` on; all 0 for paper
 */
export function createEdgePatterns(): (images: Uint8Array, start: number, pattern: Uint8Array) => void {
  const rows = new Int32Array(FIELD_SIDE ** 2);
  const blurred = new Int32Array(FIELD_SIDE ** 2);
  const sums = new Float64Array(PATTERN_LENGTH);

  function blur(images: Uint8Array, start: number): void {
    for (let pixel = 0, y = MARGIN; y < MARGIN + DIGIT_SIDE; y++) {
      let at = y * FIELD_SIDE + MARGIN;
      // Of each row's pixels and their neighbours 1 : 4 : 1, then of rows the same.
      rows.fill(0, at - 1, at + DIGIT_SIDE + 1);
      for (const end = pixel + DIGIT_SIDE; pixel < end; pixel++, at++) {
        const ink = images[start + pixel];
        if (ink === 0) continue;
        rows[at - 1] += ink;
        rows[at] += 4 * ink;
        rows[at + 1] += ink;
      }
    }
    for (let at = FIELD_SIDE; at < blurred.length - FIELD_SIDE; at++) {
      blurred[at] = rows[at - FIELD_SIDE] + 4 * rows[at] + rows[at + FIELD_SIDE];
    }
  }

  function addEdge(x: number, y: number, slopeX: number, slopeY: number): void {
    const strength = Math.sqrt(slopeX * slopeX + slopeY * slopeY);
    const turn = eighthsOfTurn(slopeX, slopeY);
    const first = Math.floor(turn);
    const ofSecond = strength * (turn - first);
    const ofFirst = strength - ofSecond;
    const firstDirection = first % DIRECTIONS;
    const secondDirection = (first + 1) % DIRECTIONS;
    for (let below = 0; below < 2; below++) {
      const cellY = firstCell[y] + below;
      if (cellY < 0 || cellY >= CELLS) continue;
      const shareY = below ? shareOfSecond[y] : 1 - shareOfSecond[y];
      for (let right = 0; right < 2; right++) {
        const cellX = firstCell[x] + right;
        if (cellX < 0 || cellX >= CELLS) continue;
        const share = shareY * (right ? shareOfSecond[x] : 1 - shareOfSecond[x]);
        const cell = (cellY * CELLS + cellX) * DIRECTIONS;
        sums[cell + firstDirection] += share * ofFirst;
        sums[cell + secondDirection] += share * ofSecond;
      }
    }
  }

  return (images, start, pattern) => {
    blur(images, start);
    sums.fill(0);
    for (let y = 0; y < DIGIT_SIDE; y++) {
      for (let x = 0; x < DIGIT_SIDE; x++) {
        const at = (y + MARGIN) * FIELD_SIDE + x + MARGIN;
        const slopeX = blurred[at + 1] - blurred[at - 1];
        const slopeY = blurred[at + FIELD_SIDE] - blurred[at - FIELD_SIDE];
        if (slopeX !== 0 || slopeY !== 0) addEdge(x, y, slopeX, slopeY);
      }
    }
    let total = 0;
    for (let i = 0; i < PATTERN_LENGTH; i++) total += sums[i];
    // The roots' length is the root of the sum.
    const length = Math.sqrt(total);
    const scale = length > 0 ? PATTERN_NORM / length : 0;
    for (let i = 0; i < PATTERN_LENGTH; i++) {
      pattern[i] = Math.min(MAX_BYTE, Math.round(scale * Math.sqrt(sums[i])));
    }
  };
}

/** The angle of a slope in eighths of a turn, 0 … 8, within 0.6 % of one: an arc tangent for each pixel would take longer than all the rest. */
function eighthsOfTurn(x: number, y: number): number {
  const acrossX = Math.abs(x);
  const acrossY = Math.abs(y);
  const isSteep = acrossY > acrossX;
  const tangent = isSteep ? acrossX / acrossY : acrossY / acrossX;
  const inOctant = tangent * (1 + 0.3475 * (1 - tangent));
  const inQuadrant = isSteep ? 2 - inOctant : inOctant;
  const inHalf = x < 0 ? 4 - inQuadrant : inQuadrant;
  return y < 0 ? 8 - inHalf : inHalf;
}
