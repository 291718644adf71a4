import type { ValueMap } from './valueMap';

export interface Place {
  /** Counted from 0. */
  readonly row: number;
  readonly column: number;
  readonly value: number;
}

/** The places with the largest values, for or against, largest first; those with none are left out, as are places where there is no number. */
export function strongestPlaces({ width, values }: ValueMap, count: number): Place[] {
  return Array.from(values, (value, place) => ({
    row: Math.floor(place / width),
    column: place % width,
    value,
  }))
    .filter(({ value }) => Math.abs(value) > 0)
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, count);
}

/** The row and the column whose values of one sign add up to the most; null where there are none. */
export function strongestLines(map: ValueMap, sign: 1 | -1): { row: number; column: number } | null {
  const rows = new Float64Array(map.height);
  const columns = new Float64Array(map.width);
  map.values.forEach((value, place) => {
    const size = Math.max(0, sign * value || 0);
    rows[Math.floor(place / map.width)] += size;
    columns[place % map.width] += size;
  });
  const row = rows.indexOf(Math.max(...rows));
  if (rows[row] === 0) return null;
  return { row, column: columns.indexOf(Math.max(...columns)) };
}

/** The largest size of a value. */
export const largestOf = ({ values }: ValueMap): number =>
  values.reduce((most, value) => Math.max(most, Math.abs(value) || 0), 0);
