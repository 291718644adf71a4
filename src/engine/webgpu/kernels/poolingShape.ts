import type { Size2d } from '../../../model/spec';

/** Max pooling's sizes, in rows and columns. */
export interface PoolingShape {
  /** Quads for which tensors have room. */
  readonly quads: number;
  readonly input: Size2d;
  readonly channels: number;
  readonly pool: Size2d;
  readonly strides: Size2d;
  /** Rows and columns before the input, which never win. */
  readonly padding: Size2d;
  readonly output: Size2d;
}

/** As pooling.wgsl names them. */
export function poolingConstants(shape: PoolingShape): Record<string, number> {
  return {
    QUADS: shape.quads,
    INPUT_ROWS: shape.input[0],
    INPUT_COLUMNS: shape.input[1],
    CHANNELS: shape.channels,
    POOL_ROWS: shape.pool[0],
    POOL_COLUMNS: shape.pool[1],
    STRIDE_ROWS: shape.strides[0],
    STRIDE_COLUMNS: shape.strides[1],
    PADDING_TOP: shape.padding[0],
    PADDING_LEFT: shape.padding[1],
    OUTPUT_ROWS: shape.output[0],
    OUTPUT_COLUMNS: shape.output[1],
  };
}

/** The input pixels of each window, in the window's order, with their place in it. */
export function windowsOf(shape: PoolingShape): { input: number; place: number }[][] {
  const { input, pool, strides, padding, output } = shape;
  return Array.from({ length: output[0] * output[1] }, (_, pixel) => {
    const top = Math.floor(pixel / output[1]) * strides[0] - padding[0];
    const left = (pixel % output[1]) * strides[1] - padding[1];
    return Array.from({ length: pool[0] * pool[1] }, (_, place) => ({
      row: top + Math.floor(place / pool[1]),
      column: left + (place % pool[1]),
      place,
    }))
      .filter(({ row, column }) => row >= 0 && row < input[0] && column >= 0 && column < input[1])
      .map(({ row, column, place }) => ({ input: row * input[1] + column, place }));
  });
}
