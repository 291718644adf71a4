import type { Picture } from '../drawing';
import { darkness } from './darkness';
import type { Grey } from './grey';
import type { InkLevel } from './inkLevel';
import { inkLevel } from './inkLevel';
import type { Box } from './largestInk';
import { largestInk } from './largestInk';

/** What may be a digit, in a picture that is darker where there is ink. */
export interface FoundInk {
  readonly darkness: Float32Array;
  readonly level: InkLevel;
  readonly width: number;
  readonly height: number;
  /** 1 where its ink is. */
  readonly kept: Uint8Array;
  readonly box: Box;
}

/** The largest ink darker than its paper; null where there is none. */
export function findInk(grey: Grey): FoundInk | null {
  const { width, height } = grey;
  const dark = darkness(grey);
  const level = inkLevel(dark);
  if (!level) return null;
  const limit = Math.max(level.faintest, (level.paper + level.ink) / 2);
  const isInk = Uint8Array.from(dark, (value) => (value > limit ? 1 : 0));
  const largest = largestInk(isInk, width, height);
  if (!largest) return null;
  const found = { darkness: dark, level, width, height, ...largest };
  return standsOut(found) ? found : null;
}

/**
 * Of what is darker than its surroundings and what is lighter, the ink: a digit's ink is around the paper in its
 * loops, never in them. Where neither is around the other, ink does not touch the picture's edge,
 * and differs more from its paper than uneven light does.
 */
export function outer(a: FoundInk, b: FoundInk): FoundInk {
  if (isWithin(b.box, a.box)) return a;
  if (isWithin(a.box, b.box)) return b;
  if (touchesEdge(a) !== touchesEdge(b)) return touchesEdge(a) ? b : a;
  return contrastOf(a) >= contrastOf(b) ? a : b;
}

const isWithin = (inner: Box, around: Box) =>
  inner.left >= around.left &&
  inner.top >= around.top &&
  inner.right <= around.right &&
  inner.bottom <= around.bottom;

const touchesEdge = ({ box, width, height }: FoundInk) =>
  box.left === 0 || box.top === 0 || box.right === width || box.bottom === height;

const contrastOf = ({ level }: FoundInk) => level.ink - level.paper;

/** Whether it is darker than the grain where it is: a photo's grain is coarser where there is little light. */
function standsOut({ darkness, width, height, kept, box }: FoundInk): boolean {
  const reach = Math.max(box.right - box.left, box.bottom - box.top);
  const around: number[] = [];
  const inked: number[] = [];
  for (let y = Math.max(0, box.top - reach); y < Math.min(height, box.bottom + reach); y++) {
    for (let x = Math.max(0, box.left - reach); x < Math.min(width, box.right + reach); x++) {
      const pixel = y * width + x;
      around.push(darkness[pixel]);
      if (kept[pixel] > 0) inked.push(darkness[pixel]);
    }
  }
  const level = inkLevel(Float32Array.from(around));
  return level !== null && inked.filter((value) => value > level.faintest).length > inked.length / 2;
}

/** The ink and the half-tones at its edges, on a square of its own. */
export function cutOut({ darkness, level, width, height, kept, box }: FoundInk): Picture {
  // A pixel of paper all around.
  const side = Math.max(box.right - box.left, box.bottom - box.top) + 2;
  const left = Math.round((box.left + box.right - side) / 2);
  const top = Math.round((box.top + box.bottom - side) / 2);
  const isNearInk = (x: number, y: number) => {
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        if (kept[row * width + column] > 0) return true;
      }
    }
    return false;
  };
  const ink = new Uint8Array(side * side);
  for (let y = Math.max(0, top); y < Math.min(height, top + side); y++) {
    for (let x = Math.max(0, left); x < Math.min(width, left + side); x++) {
      if (!isNearInk(x, y)) continue;
      const share = (darkness[y * width + x] - level.paper) / (level.ink - level.paper);
      ink[(y - top) * side + x - left] = Math.round(255 * Math.min(1, Math.max(0, share)));
    }
  }
  return { side, ink, isFramed: false };
}
