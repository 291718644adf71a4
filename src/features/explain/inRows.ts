import type { ValueMap } from '../../explain/valueMap';

/** Squares between two maps. */
const GAP = 1;

/** Maps of one size beside each other, row by row, as one; between them it is not a number. */
export function inRows(maps: readonly ValueMap[], perRow: number): ValueMap {
  const [{ height, width }] = maps;
  const columns = Math.min(perRow, maps.length);
  const fullWidth = columns * (width + GAP) - GAP;
  const fullHeight = Math.ceil(maps.length / columns) * (height + GAP) - GAP;
  const values = new Float64Array(fullWidth * fullHeight).fill(NaN);
  maps.forEach((map, index) => {
    const left = (index % columns) * (width + GAP);
    const top = Math.floor(index / columns) * (height + GAP);
    for (let row = 0; row < height; row++) {
      values.set(map.values.subarray(row * width, (row + 1) * width), (top + row) * fullWidth + left);
    }
  });
  return { height: fullHeight, width: fullWidth, values };
}
