import { CLASS_COUNT } from '../../../model/spec';
import type { Kernel } from '../kernel';
import activationCode from './activation.wgsl?raw';
import { slopeAt } from './activations';
import { pixelAt } from './bytes';
import code from './convolutionLogitsBack.wgsl?raw';
import { eachPair, pixelsOf } from './convolutionShape';
import imagesCode from './images.wgsl?raw';
import outerProductCode from './outerProduct.wgsl?raw';
import type { PixelConvolutionShape } from './pixelConvolutionShape';
import { asConvolution, convolvePixels, outputsOf, pixelConstants } from './pixelConvolutionShape';
import geometryCode from './pixelGeometry.wgsl?raw';
import sliceCode from './slice.wgsl?raw';

export interface ConvolutionLogitsBackShape extends PixelConvolutionShape {
  /** Parts of the images that are summed over apart. */
  readonly parts: number;
  /** Where the parts of the convolution's gradient begin, and of the dense layer's. */
  readonly kernelPartials: number;
  readonly densePartials: number;
  readonly hasDenseBias: boolean;
}

/** Tiles of four neighbouring pixels. */
const tilesInRow = ({ output }: PixelConvolutionShape) => Math.ceil(output[1] / 4);
const tilesOf = (shape: PixelConvolutionShape) => shape.output[0] * tilesInRow(shape);

/** Parts of the convolution's gradient, and numbers of one. */
export const kernelParts = (shape: Pick<ConvolutionLogitsBackShape, 'parts'> & PixelConvolutionShape) =>
  shape.parts * tilesOf(shape);
export const kernelSize = (shape: PixelConvolutionShape) => (9 + Number(shape.hasBias)) * shape.filters;

/** Numbers of one part of the dense layer's gradient. */
export const denseSize = (shape: Pick<ConvolutionLogitsBackShape, 'hasDenseBias'> & PixelConvolutionShape) =>
  (outputsOf(shape) + Number(shape.hasDenseBias)) * CLASS_COUNT;

/** Convolution and last dense layer in one, back. Buffers: bytes, order, weights, gradient, partials. */
export const convolutionLogitsBack: Kernel<ConvolutionLogitsBackShape> = {
  name: 'convolutionLogitsBack',
  code: [sliceCode, activationCode, outerProductCode, imagesCode, geometryCode, code].join('\n'),
  bindings: ['read', 'read', 'read', 'read', 'write'],
  workgroup: 'tuned',

  constants: (shape) => ({
    ...pixelConstants(shape),
    PARTS: shape.parts,
    KERNEL_PARTIALS: shape.kernelPartials,
    DENSE_PARTIALS: shape.densePartials,
    HAS_DENSE_BIAS: Number(shape.hasDenseBias),
  }),

  threads: (shape) => shape.parts * (shape.filters * tilesOf(shape) + CLASS_COUNT),

  reference(shape, slice, [bytes, order, weights, gradient, partials]) {
    const { filters, output, parts, activation } = shape;
    const kernel = new Float64Array(kernelParts(shape) * kernelSize(shape));
    const dense = new Float64Array(parts * denseSize(shape));
    const starts = Array.from({ length: parts }, (_, part) => Math.floor((slice.count * part) / parts));
    const tileOf = (pixel: number) =>
      Math.floor(pixel / output[1]) * tilesInRow(shape) + Math.floor((pixel % output[1]) / 4);
    for (let place = 0; place < slice.count; place++) {
      const part = starts.findLastIndex((start) => start <= place);
      const image = order[slice.orderStart + place];
      const dz = Array.from({ length: CLASS_COUNT }, (_, j) => gradient[j * 4 * shape.quads + place]);
      const dh = convolvePixels(shape, image, bytes, weights).map((value, i) => {
        let sum = 0;
        dz.forEach((slope, j) => {
          dense[part * denseSize(shape) + i * CLASS_COUNT + j] += value * slope;
          sum += slope * weights[shape.dense + i * CLASS_COUNT + j];
        });
        return sum * slopeAt(activation, value);
      });
      if (shape.hasDenseBias) {
        dz.forEach((slope, j) => {
          dense[part * denseSize(shape) + outputsOf(shape) * CLASS_COUNT + j] += slope;
        });
      }
      const kernelAt = (pixel: number) => (part * tilesOf(shape) + tileOf(pixel)) * kernelSize(shape);
      eachPair(asConvolution(shape), (pixel, input, kernelPixel) => {
        const ink = pixelAt(bytes, image * pixelsOf(shape.input) + input);
        for (let n = 0; n < filters; n++) {
          kernel[kernelAt(pixel) + kernelPixel * filters + n] += ink * dh[pixel * filters + n];
        }
      });
      if (!shape.hasBias) continue;
      dh.forEach((slope, i) => {
        kernel[kernelAt(Math.floor(i / filters)) + 9 * filters + (i % filters)] += slope;
      });
    }
    partials.set(kernel, shape.kernelPartials);
    partials.set(dense, shape.densePartials);
  },
};
