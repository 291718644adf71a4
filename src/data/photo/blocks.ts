import type { Grey } from './grey';

/** A coarse picture of a picture: one number for each of its square blocks. */
export interface Blocks {
  readonly columns: number;
  readonly rows: number;
  /** Pixels along a side of a block; the last of a row or column may be cut. */
  readonly blockSide: number;
  readonly values: Float32Array;
}

/** At most `most` blocks along the longer side; each has the brightness that `share` of its pixels do not exceed. */
export function brightnessOfBlocks({ width, height, brightness }: Grey, most: number, share: number): Blocks {
  const blockSide = Math.ceil(Math.max(width, height) / most);
  const columns = Math.ceil(width / blockSide);
  const rows = Math.ceil(height / blockSide);
  const values = new Float32Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let block = 0; block < values.length; block++) {
    const left = (block % columns) * blockSide;
    const top = Math.floor(block / columns) * blockSide;
    const right = Math.min(width, left + blockSide);
    const bottom = Math.min(height, top + blockSide);
    counts.fill(0);
    for (let y = top; y < bottom; y++) {
      for (let x = left; x < right; x++) counts[brightness[y * width + x]]++;
    }
    const wanted = share * (right - left) * (bottom - top);
    let value = 0;
    for (let seen = counts[0]; seen < wanted; seen += counts[value]) value++;
    values[block] = value;
  }
  return { columns, rows, blockSide, values };
}

/**
 * Fills in whatever is darker than its surroundings and narrower than 2 · `reach` + 1 blocks (a grey-scale closing:
 * the largest value in reach, then the smallest of these). Slopes and shadows wider than that stay as they are.
 */
export function closeGaps(blocks: Blocks, reach: number): Blocks {
  const { columns, rows, values } = blocks;
  const padded = extend(values, columns, rows, reach);
  const wide = { columns: columns + 4 * reach, rows: rows + 4 * reach };
  const dilated = extreme(extreme(padded, wide, reach, 1, Math.max), wide, reach, wide.columns, Math.max);
  const closed = extreme(extreme(dilated, wide, reach, 1, Math.min), wide, reach, wide.columns, Math.min);
  return {
    ...blocks,
    values: values.map((_, block) => {
      const column = (block % columns) + 2 * reach;
      const row = Math.floor(block / columns) + 2 * reach;
      return closed[row * wide.columns + column];
    }),
  };
}

/** The darkest within `reach` blocks: beside the edge of a shadow, what is in it is no darker than its own paper. */
export function darkestAround(blocks: Blocks, reach: number): Blocks {
  const across = extreme(blocks.values, blocks, reach, 1, Math.min);
  return { ...blocks, values: extreme(across, blocks, reach, blocks.columns, Math.min) };
}

/** Twice `reach` more on every side, going on as the values do there: a slope stays a slope. */
function extend(values: Float32Array, columns: number, rows: number, reach: number): Float32Array {
  const margin = 2 * reach;
  const extended = new Float32Array((columns + 2 * margin) * (rows + 2 * margin));
  const within = (index: number, count: number) => Math.min(count - 1, Math.max(0, index));
  /** As far inside of the edge as the index is beyond it. */
  const mirrored = (index: number, count: number) => within(2 * within(index, count) - index, count);
  for (let y = 0; y < rows + 2 * margin; y++) {
    for (let x = 0; x < columns + 2 * margin; x++) {
      const [column, row] = [x - margin, y - margin];
      const edge = values[within(row, rows) * columns + within(column, columns)];
      const inside = values[mirrored(row, rows) * columns + mirrored(column, columns)];
      extended[y * (columns + 2 * margin) + x] = Math.max(0, 2 * edge - inside);
    }
  }
  return extended;
}

/** The extreme of all values no more than `reach` steps of `stride` away, rows and columns kept apart. */
function extreme(
  values: Float32Array,
  { columns, rows }: { readonly columns: number; readonly rows: number },
  reach: number,
  stride: number,
  extremeOf: (a: number, b: number) => number,
): Float32Array {
  return values.map((value, block) => {
    const place = stride === 1 ? block % columns : Math.floor(block / columns);
    const count = stride === 1 ? columns : rows;
    let found = value;
    for (let step = Math.max(-reach, -place); step <= Math.min(reach, count - 1 - place); step++) {
      found = extremeOf(found, values[block + step * stride]);
    }
    return found;
  });
}

/** The value at a pixel, going evenly from the middle of one block to the next. */
export function valueAt({ columns, rows, blockSide, values }: Blocks, x: number, y: number): number {
  const column = Math.min(columns - 1, Math.max(0, (x + 0.5) / blockSide - 0.5));
  const row = Math.min(rows - 1, Math.max(0, (y + 0.5) / blockSide - 0.5));
  const left = Math.floor(column);
  const top = Math.floor(row);
  const right = Math.min(columns - 1, left + 1);
  const bottom = Math.min(rows - 1, top + 1);
  const above = between(values[top * columns + left], values[top * columns + right], column - left);
  const below = between(values[bottom * columns + left], values[bottom * columns + right], column - left);
  return between(above, below, row - top);
}

const between = (a: number, b: number, share: number) => a + share * (b - a);
