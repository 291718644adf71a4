/** A number for every place of a picture, row by row. */
export interface ValueMap {
  readonly height: number;
  readonly width: number;
  readonly values: Float64Array;
}

export const sumOf = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0);
