import { CLASS_COUNT } from '../../../model/spec';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import activationCode from './activation.wgsl?raw';
import { numberOf } from './bytes';
import code from './convolutionLogits.wgsl?raw';
import imagesCode from './images.wgsl?raw';
import outerProductCode from './outerProduct.wgsl?raw';
import type { PixelConvolutionShape } from './pixelConvolutionShape';
import { convolvePixels, pixelConstants } from './pixelConvolutionShape';
import geometryCode from './pixelGeometry.wgsl?raw';
import sliceCode from './slice.wgsl?raw';

const pairsInRow = ({ output }: PixelConvolutionShape) => Math.ceil(output[1] / 2);

/** Parts of the logits, for `loss` to add up. */
export const sumsOf = (shape: PixelConvolutionShape) => shape.output[0] * pairsInRow(shape);

/** Convolution and last dense layer in one, forward. Buffers: bytes, order, weights, sums. */
export const convolutionLogits: Kernel<PixelConvolutionShape> = {
  name: 'convolutionLogits',
  code: [sliceCode, activationCode, outerProductCode, imagesCode, geometryCode, code].join('\n'),
  bindings: ['read', 'read', 'read', 'write'],
  workgroup: 'tuned',
  constants: pixelConstants,
  threads: (shape, count) => quadsOf(count) * sumsOf(shape),

  reference(shape, slice, [bytes, order, weights, sums]) {
    const { filters, output, quads } = shape;
    for (let image = 0; image < imagesOf(slice); image++) {
      const h = convolvePixels(shape, numberOf(order, slice, image), bytes, weights);
      const logits = new Float64Array(sumsOf(shape) * CLASS_COUNT);
      h.forEach((value, i) => {
        const pixel = Math.floor(i / filters);
        const part = Math.floor(pixel / output[1]) * pairsInRow(shape) + Math.floor((pixel % output[1]) / 2);
        for (let j = 0; j < CLASS_COUNT; j++) {
          logits[part * CLASS_COUNT + j] += value * weights[shape.dense + i * CLASS_COUNT + j];
        }
      });
      logits.forEach((logit, i) => (sums[i * 4 * quads + image] = logit));
    }
  },
};
