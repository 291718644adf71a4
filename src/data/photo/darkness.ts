import { brightnessOfBlocks, closeGaps, darkestAround, valueAt } from './blocks';
import type { Grey } from './grey';

/** Blocks along the longer side of a picture: a block is little wider than the line of a pen. */
const MOST_BLOCKS = 64;

/** Of the pixels in a block, those that may be ink: the paper is what the brighter ones show. */
const PAPER_SHARE = 0.7;

/** What is wider than this part of the shorter side is no ink but a shadow, or the table that the paper lies on. */
const WIDEST_LINE = 0.3;

/** Below it a camera sees next to nothing (of 255). */
const DARKEST_PAPER = 24;

/**
 * How much darker every pixel is than the paper at its place: 0 = as bright, 1 = black, less than 0 = brighter. Light that
 * falls unevenly and shadows change paper and ink alike, so the difference is counted in parts of the paper's own
 * brightness.
 */
export function darkness(grey: Grey): Float32Array {
  const { width, height, brightness } = grey;
  const blocks = brightnessOfBlocks(grey, MOST_BLOCKS, PAPER_SHARE);
  const widest = Math.max(1, WIDEST_LINE * Math.min(blocks.columns, blocks.rows));
  const paper = darkestAround(closeGaps(blocks, Math.ceil(widest / 2)), 1);
  const found = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x;
      const here = Math.max(DARKEST_PAPER, valueAt(paper, x, y));
      found[pixel] = (here - brightness[pixel]) / here;
    }
  }
  return found;
}
