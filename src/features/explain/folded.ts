import type { ValueMap } from '../../explain/valueMap';

/** Units of a dense layer in one row. */
const UNITS_PER_ROW = 32;

/** One long row of values as several short ones, so that squares stay large enough to be seen; what is left of the last is not a number. */
export function folded({ values }: ValueMap): ValueMap {
  const width = Math.min(UNITS_PER_ROW, values.length);
  const height = Math.ceil(values.length / width);
  const rows = new Float64Array(width * height).fill(NaN);
  rows.set(values);
  return { height, width, values: rows };
}
