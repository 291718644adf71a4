import type { Size2d } from '../../../model/spec';

/** A convolution's sizes, and where its weights lie. Sizes are rows and columns. */
export interface ConvolutionShape {
  /** Quads for which tensors have room. */
  readonly quads: number;
  readonly input: Size2d;
  readonly channels: number;
  readonly kernel: Size2d;
  readonly strides: Size2d;
  /** Rows and columns of zeros before the input. */
  readonly padding: Size2d;
  readonly output: Size2d;
  readonly filters: number;
  /** Windows of the max pooling behind it, four pixels that do not overlap; or one pixel where there is none. */
  readonly pool: Size2d;
  /** Windows of the pooling; as `output` where there is none. */
  readonly pooled: Size2d;
  readonly weights: number;
  readonly hasBias: boolean;
}

/** As geometry.wgsl names them. */
export function geometryConstants(shape: ConvolutionShape): Record<string, number> {
  return {
    QUADS: shape.quads,
    INPUT_ROWS: shape.input[0],
    INPUT_COLUMNS: shape.input[1],
    INPUT_CHANNELS: shape.channels,
    KERNEL_ROWS: shape.kernel[0],
    KERNEL_COLUMNS: shape.kernel[1],
    STRIDE_ROWS: shape.strides[0],
    STRIDE_COLUMNS: shape.strides[1],
    PADDING_TOP: shape.padding[0],
    PADDING_LEFT: shape.padding[1],
    OUTPUT_ROWS: shape.output[0],
    OUTPUT_COLUMNS: shape.output[1],
    FILTERS: shape.filters,
    POOL_ROWS: shape.pool[0],
    POOL_COLUMNS: shape.pool[1],
    POOLED_ROWS: shape.pooled[0],
    POOLED_COLUMNS: shape.pooled[1],
    WEIGHTS: shape.weights,
    HAS_BIAS: Number(shape.hasBias),
    IS_PADDED: Number(isPadded(shape)),
  };
}

/** Whether windows reach beyond the input. */
function isPadded({ input, kernel, strides, padding, output }: ConvolutionShape): boolean {
  return input.some(
    (size, axis) =>
      padding[axis] > 0 || (output[axis] - 1) * strides[axis] + kernel[axis] > size + padding[axis],
  );
}

/** A dense layer, and a convolution of a single pixel, are the same. */
export function denseGeometry(shape: {
  quads: number;
  inputs: number;
  units: number;
  weights: number;
  hasBias: boolean;
}): ConvolutionShape {
  const one: Size2d = [1, 1];
  return {
    quads: shape.quads,
    input: one,
    channels: shape.inputs,
    kernel: one,
    strides: one,
    padding: [0, 0],
    output: one,
    filters: shape.units,
    pool: one,
    pooled: one,
    weights: shape.weights,
    hasBias: shape.hasBias,
  };
}

export const isPooled = ({ pool }: ConvolutionShape) => pool[0] * pool[1] > 1;

export const pixelsOf = ([rows, columns]: Size2d) => rows * columns;

/** Kernel pixels × channels: the weights of one filter, but for its bias. */
export const inputsOf = ({ kernel, channels }: ConvolutionShape) => pixelsOf(kernel) * channels;

/** Visits every pair of an output pixel and an input pixel, with the kernel pixel between them. */
export function eachPair(
  shape: ConvolutionShape,
  visit: (output: number, input: number, kernelPixel: number) => void,
): void {
  const { input, kernel, strides, padding, output } = shape;
  for (let pixel = 0; pixel < pixelsOf(output); pixel++) {
    for (let kernelPixel = 0; kernelPixel < pixelsOf(kernel); kernelPixel++) {
      const row =
        Math.floor(pixel / output[1]) * strides[0] - padding[0] + Math.floor(kernelPixel / kernel[1]);
      const column = (pixel % output[1]) * strides[1] - padding[1] + (kernelPixel % kernel[1]);
      if (row < 0 || row >= input[0] || column < 0 || column >= input[1]) continue;
      visit(pixel, row * input[1] + column, kernelPixel);
    }
  }
}

/** The window an output pixel lies in and its place there; null where it lies in none. */
export function windowOf(
  { output, pool, pooled }: ConvolutionShape,
  pixel: number,
): { window: number; place: number } | null {
  const row = Math.floor(pixel / output[1]);
  const column = pixel % output[1];
  const [windowRow, windowColumn] = [Math.floor(row / pool[0]), Math.floor(column / pool[1])];
  if (windowRow >= pooled[0] || windowColumn >= pooled[1]) return null;
  return {
    window: windowRow * pooled[1] + windowColumn,
    place: (row % pool[0]) * pool[1] + (column % pool[1]),
  };
}

/** What of the (pooled) output's gradient reaches the output pixels of one image, before pooling: [pixels, filters]. */
export function gradientBeforePooling(
  shape: ConvolutionShape,
  image: number,
  gradient: ArrayLike<number>,
  winners: ArrayLike<number>,
): Float64Array {
  const { filters, output, quads } = shape;
  const spread = new Float64Array(pixelsOf(output) * filters);
  for (let pixel = 0; pixel < pixelsOf(output); pixel++) {
    const found = windowOf(shape, pixel);
    if (!found) continue;
    for (let n = 0; n < filters; n++) {
      const at = (found.window * filters + n) * 4 * quads + image;
      if (!isPooled(shape) || winners[at] === found.place) spread[pixel * filters + n] = gradient[at];
    }
  }
  return spread;
}
