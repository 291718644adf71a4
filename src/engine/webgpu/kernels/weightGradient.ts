import type { Kernel } from '../kernel';
import { imagesOf } from '../kernel';
import type { ConvolutionShape } from './convolutionShape';
import {
  eachPair,
  geometryConstants,
  gradientBeforePooling,
  inputsOf,
  pixelsOf,
  windowOf,
} from './convolutionShape';
import geometryCode from './geometry.wgsl?raw';
import sliceCode from './slice.wgsl?raw';
import code from './weightGradient.wgsl?raw';

export interface WeightGradientShape extends ConvolutionShape {
  /** Where the parts begin, and how many they are: each of some of the windows (`pooled`). */
  readonly partials: number;
  readonly splits: number;
}

/** A filter's weights, and its bias. */
export const rowsOf = (shape: ConvolutionShape) => inputsOf(shape) + Number(shape.hasBias);

/** Threads for one part. */
export const tilesOf = (shape: ConvolutionShape) =>
  Math.ceil(shape.filters / 4) * Math.ceil(rowsOf(shape) / 4);

/** The gradient of a convolution's or dense layer's weights, in parts. Buffers: x, gradient, winners, partials. */
export const weightGradient: Kernel<WeightGradientShape> = {
  name: 'weightGradient',
  code: [sliceCode, geometryCode, code].join('\n'),
  bindings: ['read', 'read', 'read', 'write'],
  workgroup: 'tuned',

  constants: (shape) => ({
    ...geometryConstants(shape),
    PARTIALS: shape.partials,
    SPLITS: shape.splits,
  }),

  threads: (shape) => tilesOf(shape) * shape.splits,

  reference(shape, slice, [x, gradient, winners, partials]) {
    const { channels, filters, splits } = shape;
    const stride = 4 * shape.quads;
    const partSize = rowsOf(shape) * filters;
    const sums = new Float64Array(splits * partSize);
    // The part that sums over an output pixel's window: the last that begins at or before it. Pixels in no window have no gradient.
    const starts = Array.from({ length: splits }, (_, part) =>
      Math.floor((pixelsOf(shape.pooled) * part) / splits),
    );
    const partOf = (pixel: number) => {
      const window = windowOf(shape, pixel)?.window ?? 0;
      return starts.findLastIndex((start) => start <= window) * partSize;
    };
    for (let image = 0; image < imagesOf(slice); image++) {
      const dy = gradientBeforePooling(shape, image, gradient, winners);
      eachPair(shape, (pixel, input, kernelPixel) => {
        const part = partOf(pixel);
        for (let channel = 0; channel < channels; channel++) {
          const value = x[(input * channels + channel) * stride + image];
          const row = kernelPixel * channels + channel;
          for (let n = 0; n < filters; n++) {
            sums[part + row * filters + n] += value * dy[pixel * filters + n];
          }
        }
      });
      if (!shape.hasBias) continue;
      dy.forEach((value, i) => {
        sums[partOf(Math.floor(i / filters)) + inputsOf(shape) * filters + (i % filters)] += value;
      });
    }
    partials.set(sums, shape.partials);
  },
};
