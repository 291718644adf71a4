import type { Activation, Size2d } from '../../../model/spec';
import { activate, activationNumbers } from './activations';
import { pixelAt } from './bytes';
import type { ConvolutionShape } from './convolutionShape';
import { eachPair, pixelsOf } from './convolutionShape';

/** A 3 × 3 convolution of the pixels and the dense layer of ten units behind it. */
export interface PixelConvolutionShape {
  readonly quads: number;
  readonly input: Size2d;
  /** Rows and columns of zeros before the input. */
  readonly padding: Size2d;
  readonly output: Size2d;
  readonly filters: number;
  readonly activation: Activation;
  /** Where the convolution's weights begin, and the dense layer's. */
  readonly kernels: number;
  readonly hasBias: boolean;
  readonly dense: number;
}

/** As pixelGeometry.wgsl and images.wgsl name them. */
export function pixelConstants(shape: PixelConvolutionShape): Record<string, number> {
  return {
    QUADS: shape.quads,
    PIXELS: pixelsOf(shape.input),
    INPUT_ROWS: shape.input[0],
    INPUT_COLUMNS: shape.input[1],
    PADDING_TOP: shape.padding[0],
    PADDING_LEFT: shape.padding[1],
    OUTPUT_ROWS: shape.output[0],
    OUTPUT_COLUMNS: shape.output[1],
    FILTERS: shape.filters,
    ACTIVATION: activationNumbers[shape.activation],
    KERNELS: shape.kernels,
    HAS_BIAS: Number(shape.hasBias),
    DENSE: shape.dense,
  };
}

/** The same convolution as the general kernels see it. */
export function asConvolution(shape: PixelConvolutionShape): ConvolutionShape {
  return {
    ...shape,
    channels: 1,
    kernel: [3, 3],
    strides: [1, 1],
    pool: [1, 1],
    pooled: shape.output,
    weights: shape.kernels,
  };
}

/** h: [output pixels, filters] of one image of the data set. */
export function convolvePixels(
  shape: PixelConvolutionShape,
  image: number,
  bytes: ArrayLike<number>,
  weights: ArrayLike<number>,
): Float64Array {
  const { filters } = shape;
  const h = new Float64Array(pixelsOf(shape.output) * filters);
  eachPair(asConvolution(shape), (pixel, input, kernelPixel) => {
    const ink = pixelAt(bytes, image * pixelsOf(shape.input) + input);
    for (let n = 0; n < filters; n++) {
      h[pixel * filters + n] += ink * weights[shape.kernels + kernelPixel * filters + n];
    }
  });
  return h.map((sum, i) => {
    const bias = shape.hasBias ? weights[shape.kernels + 9 * filters + (i % filters)] : 0;
    return activate(shape.activation, sum + bias);
  });
}

/** Numbers of the convolution's output. */
export const outputsOf = ({ output, filters }: PixelConvolutionShape) => pixelsOf(output) * filters;
