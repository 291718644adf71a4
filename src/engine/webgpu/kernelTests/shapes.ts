import fc from 'fast-check';
import type { Activation, Size2d } from '../../../model/spec';
import type { ConvolutionShape } from '../kernels/convolutionShape';
import type { PixelConvolutionShape } from '../kernels/pixelConvolutionShape';
import type { PoolingShape } from '../kernels/poolingShape';
import { windowsOf } from '../kernels/poolingShape';

export const upTo = (max: number) => fc.integer({ min: 1, max });
const size = (max: number): fc.Arbitrary<Size2d> => fc.tuple(upTo(max), upTo(max));
export const activation = fc.constantFrom<Activation>('linear', 'relu', 'sigmoid', 'tanh');
export const quads = upTo(3);
export const offset = fc.integer({ min: 0, max: 9 });
/** Room for real sizes: 128 images. */
export const REAL_QUADS = 32;

const cut = (input: number, window: number, stride: number) => Math.floor((input - window) / stride) + 1;

/** Convolutions with any padding up to the kernel; half of them with pooling behind. */
export const convolution: fc.Arbitrary<ConvolutionShape> = fc
  .record({
    quads,
    kernel: size(4),
    strides: size(3),
    output: size(5),
    more: fc.tuple(fc.nat(2), fc.nat(2)),
    before: fc.tuple(fc.nat(3), fc.nat(3)),
    after: fc.tuple(fc.nat(3), fc.nat(3)),
    channels: upTo(6),
    filters: upTo(9),
    pool: fc.constantFrom<Size2d>([1, 1], [1, 1], [2, 2], [1, 4], [4, 1]),
    weights: offset,
    hasBias: fc.boolean(),
  })
  .map(({ more, before, after, ...shape }) => {
    const along = (axis: 0 | 1) => {
      const padded = (shape.output[axis] - 1) * shape.strides[axis] + shape.kernel[axis] + more[axis];
      const padding = Math.min(before[axis], shape.kernel[axis] - 1);
      const input = Math.max(1, padded - padding - Math.min(after[axis], shape.kernel[axis] - 1));
      return { padding, input };
    };
    const [rows, columns] = [along(0), along(1)];
    const pool: Size2d =
      shape.output[0] < shape.pool[0] || shape.output[1] < shape.pool[1] ? [1, 1] : shape.pool;
    const windows = (axis: 0 | 1) => cut(shape.output[axis], pool[axis], pool[axis]);
    const pooled: Size2d = [windows(0), windows(1)];
    const padding: Size2d = [rows.padding, columns.padding];
    return { ...shape, input: [rows.input, columns.input], padding, pool, pooled };
  });

const lenet = (
  input: number,
  channels: number,
  kernel: number,
  filters: number,
  weights: number,
): ConvolutionShape => {
  const output = input - kernel + 1;
  return {
    quads: REAL_QUADS,
    input: [input, input],
    channels,
    kernel: [kernel, kernel],
    strides: [1, 1],
    padding: [0, 0],
    output: [output, output],
    filters,
    pool: [2, 2],
    pooled: [output / 2, output / 2],
    weights,
    hasBias: true,
  };
};
/** Real ones: the second convolution of lenet, its hidden layer, and the article's convolution. */
export const second = lenet(12, 24, 3, 32, 624);

export const denseSizes = fc.record({
  quads,
  inputs: upTo(40),
  units: upTo(37),
  weights: offset,
  hasBias: fc.boolean(),
});
export const hidden = { quads: REAL_QUADS, inputs: 800, units: 256, weights: 7568, hasBias: true };

export const pooling: fc.Arbitrary<PoolingShape> = fc
  .record({ quads, input: size(7), channels: upTo(3), pool: size(4), strides: size(4) })
  .chain((shape) =>
    fc
      .record({
        padding: fc.tuple(fc.nat(shape.pool[0] - 1), fc.nat(shape.pool[1] - 1)),
        after: fc.tuple(fc.nat(3), fc.nat(3)),
      })
      .map(({ padding, after }) => {
        const along = (axis: 0 | 1) => {
          const padded = shape.input[axis] + padding[axis] + Math.min(after[axis], shape.pool[axis] - 1);
          return Math.max(1, cut(Math.max(padded, shape.pool[axis]), shape.pool[axis], shape.strides[axis]));
        };
        return { ...shape, padding, output: [along(0), along(1)] as const };
      }),
  )
  .filter((shape) => windowsOf(shape).every((window) => window.length > 0));

export const pixels: fc.Arbitrary<PixelConvolutionShape> = fc
  .record({
    quads,
    input: fc.tuple(fc.integer({ min: 3, max: 8 }), fc.integer({ min: 3, max: 9 })),
    isPadded: fc.boolean(),
    filters: upTo(5),
    activation,
    kernels: offset,
    hasBias: fc.boolean(),
    gap: offset,
  })
  .map(({ isPadded, gap, ...shape }) => ({
    ...shape,
    padding: isPadded ? ([1, 1] as const) : ([0, 0] as const),
    output: isPadded ? shape.input : ([shape.input[0] - 2, shape.input[1] - 2] as const),
    dense: shape.kernels + 10 * shape.filters + gap,
  }));

export const article: PixelConvolutionShape = {
  quads: REAL_QUADS,
  input: [28, 28],
  padding: [0, 0],
  output: [26, 26],
  filters: 32,
  activation: 'relu',
  kernels: 0,
  hasBias: true,
  dense: 320,
};
