/** Edges in pixels; `right` and `bottom` are the first beyond. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

interface Part extends Box {
  /** Pixels. */
  readonly area: number;
  readonly label: number;
}

/** What is shorter than this is dust, or a photo's grain (pixels). */
const SHORTEST = 8;

/** What touches the picture's edge is rather the table, unless it is this many times as large as anything inside. */
const EDGE_FACTOR = 50;

/** A part of the same digit is no farther away than this part of the largest's longer side, and no smaller than that part of its area. */
const NEAR = 0.15;
const CRUMB = 0.015;

/**
 * The largest ink that hangs together, with the parts next to it: the bar of a five, and not the other writing.
 * `isInk` holds 1 for ink. `kept` is the same with everything else rubbed out; null where there is but dust.
 */
export function largestInk(
  isInk: Uint8Array,
  width: number,
  height: number,
): { readonly kept: Uint8Array; readonly box: Box } | null {
  const labels = new Uint32Array(isInk.length);
  const parts: Part[] = [];
  for (let pixel = 0; pixel < isInk.length; pixel++) {
    if (isInk[pixel] === 0 || labels[pixel] > 0) continue;
    parts.push(floodFill(isInk, labels, width, height, pixel, parts.length + 1));
  }
  const largest = mainPart(parts, width, height);
  if (!largest) return null;
  const length = Math.max(largest.right - largest.left, largest.bottom - largest.top);
  if (length < SHORTEST) return null;
  const reach = NEAR * length;
  const near = parts.filter(
    (part) => part.area >= CRUMB * largest.area && gapBetween(part, largest) <= reach,
  );
  const isKept = new Uint8Array(parts.length + 1);
  for (const { label } of near) isKept[label] = 1;
  return {
    kept: Uint8Array.from(labels, (label) => isKept[label]),
    box: {
      left: Math.min(...near.map(({ left }) => left)),
      top: Math.min(...near.map(({ top }) => top)),
      right: Math.max(...near.map(({ right }) => right)),
      bottom: Math.max(...near.map(({ bottom }) => bottom)),
    },
  };
}

function mainPart(parts: readonly Part[], width: number, height: number): Part | undefined {
  const weight = ({ area, left, top, right, bottom }: Part) =>
    left === 0 || top === 0 || right === width || bottom === height ? area / EDGE_FACTOR : area;
  return parts.reduce<Part | undefined>(
    (best, part) => (best && weight(best) >= weight(part) ? best : part),
    undefined,
  );
}

/** Between the boxes of two parts, in pixels; 0 where they overlap. */
function gapBetween(a: Box, b: Box): number {
  const across = Math.max(0, a.left - b.right, b.left - a.right);
  const down = Math.max(0, a.top - b.bottom, b.top - a.bottom);
  return Math.max(across, down);
}

/** Labels all ink that hangs together with a pixel, corner to corner too. */
function floodFill(
  isInk: Uint8Array,
  labels: Uint32Array,
  width: number,
  height: number,
  first: number,
  label: number,
): Part {
  let [left, top, right, bottom] = [width, height, 0, 0];
  let area = 0;
  const waiting = [first];
  labels[first] = label;
  for (let pixel = waiting.pop(); pixel !== undefined; pixel = waiting.pop()) {
    const x = pixel % width;
    const y = Math.floor(pixel / width);
    area++;
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x + 1);
    bottom = Math.max(bottom, y + 1);
    for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
      for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
        const next = row * width + column;
        if (isInk[next] === 0 || labels[next] > 0) continue;
        labels[next] = label;
        waiting.push(next);
      }
    }
  }
  return { left, top, right, bottom, area, label };
}
