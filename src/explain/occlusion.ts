import { softmax } from '../engine/reference/crossEntropy';
import type { Pair } from './pair';
import type { Pieces } from './pieces';
import type { Reader } from './reader';

export interface Occlusion {
  /** By how much logit[target] − logit[rival] falls when paper covers the square around each pixel. */
  readonly logitDrops: Float64Array;
  /** By how much the target's probability falls then, 0 … 1. */
  readonly probabilityDrops: Float64Array;
}

/**
 * Occlusion (Zeiler and Fergus, "Visualizing and understanding convolutional networks", 2014): a square of paper is laid over the
 * digit, its middle at each pixel in turn, and the model reads again. Where it covers only paper nothing changes.
 *
 * @param side of the square in pixels; odd, or 0 for none
 */
export function* occlusion(
  reader: Reader,
  pixels: Float64Array,
  { target, rival }: Pair,
  side: number,
): Pieces<Occlusion> {
  const [height, width] = reader.plan.spec.inputShape;
  const reach = (side - 1) / 2;
  const read = (ink: Float64Array) => {
    const logits = reader.logits(ink);
    return { difference: logits[target] - logits[rival], probability: softmax(logits)[target] };
  };
  const plain = read(pixels);
  const logitDrops = new Float64Array(pixels.length);
  const probabilityDrops = new Float64Array(pixels.length);

  for (let place = 0; place < pixels.length; place++) {
    const row = Math.floor(place / width);
    const column = place % width;
    const covered = pixels.slice();
    for (let y = Math.max(0, row - reach); y <= Math.min(height - 1, row + reach); y++) {
      covered.fill(
        0,
        y * width + Math.max(0, column - reach),
        y * width + Math.min(width, column + reach + 1),
      );
    }
    if (covered.every((ink, pixel) => ink === pixels[pixel])) continue;
    const { difference, probability } = read(covered);
    logitDrops[place] = plain.difference - difference;
    probabilityDrops[place] = plain.probability - probability;
    yield;
  }
  return { logitDrops, probabilityDrops };
}
