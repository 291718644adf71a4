/** What kernels are told of a slice: the struct of slice.wgsl, field by field. */
export interface Slice {
  readonly count: number;
  readonly orderStart: number;
  readonly resultStart: number;
  readonly offset: number;
  readonly seed: number;
  readonly continues: boolean;
  readonly completes: boolean;
  readonly scale: number;
  readonly learningRate: number;
}

/** Bytes of the struct. */
export const SLICE_BYTES = 36;

/** Writes the struct at `offset` (bytes). */
export function writeSlice(to: DataView, offset: number, slice: Slice): void {
  const integers = [
    slice.count,
    slice.orderStart,
    slice.resultStart,
    slice.offset,
    slice.seed,
    Number(slice.continues),
    Number(slice.completes),
  ];
  integers.forEach((value, i) => to.setUint32(offset + 4 * i, value, true));
  to.setFloat32(offset + 28, slice.scale, true);
  to.setFloat32(offset + 32, slice.learningRate, true);
}
