import type { Activation } from '../../../model/spec';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import activationCode from './activation.wgsl?raw';
import { activationNumbers, slopeAt } from './activations';
import type { ConvolutionShape } from './convolutionShape';
import { eachPair, geometryConstants, gradientBeforePooling, pixelsOf } from './convolutionShape';
import sliceCode from './slice.wgsl?raw';
import code from './convolveBack.wgsl?raw';
import geometryCode from './geometry.wgsl?raw';
import outerProductCode from './outerProduct.wgsl?raw';

export interface BackShape extends ConvolutionShape {
  /** The one that the input has come through. */
  readonly inputActivation: Activation;
}

/** The gradient of a convolution's input. Buffers: gradient, winners, weights, x, dx. */
export const convolveBack: Kernel<BackShape> = {
  name: 'convolveBack',
  code: [sliceCode, activationCode, geometryCode, outerProductCode, code].join('\n'),
  bindings: ['read', 'read', 'read', 'read', 'write'],
  workgroup: 'tuned',

  constants: (shape) => ({
    ...geometryConstants(shape),
    ACTIVATION: activationNumbers[shape.inputActivation],
  }),

  threads: (shape, count) =>
    quadsOf(count) * Math.ceil(shape.channels / 8) * Math.ceil(pixelsOf(shape.input) / 2),

  reference(shape, slice, [gradient, winners, weights, x, dx]) {
    const { channels, filters, input, inputActivation } = shape;
    const stride = 4 * shape.quads;
    for (let image = 0; image < imagesOf(slice); image++) {
      const dy = gradientBeforePooling(shape, image, gradient, winners);
      const sums = new Float64Array(pixelsOf(input) * channels);
      eachPair(shape, (pixel, inputPixel, kernelPixel) => {
        for (let channel = 0; channel < channels; channel++) {
          const w = shape.weights + (kernelPixel * channels + channel) * filters;
          for (let n = 0; n < filters; n++) {
            sums[inputPixel * channels + channel] += dy[pixel * filters + n] * weights[w + n];
          }
        }
      });
      sums.forEach((sum, i) => {
        const at = i * stride + image;
        dx[at] = sum * slopeAt(inputActivation, x[at]);
      });
    }
  },
};
