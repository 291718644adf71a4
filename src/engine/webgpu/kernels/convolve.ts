import type { Activation } from '../../../model/spec';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import activationCode from './activation.wgsl?raw';
import { activate, activationNumbers } from './activations';
import type { ConvolutionShape } from './convolutionShape';
import { eachPair, geometryConstants, inputsOf, isPooled, pixelsOf, windowOf } from './convolutionShape';
import sliceCode from './slice.wgsl?raw';
import code from './convolve.wgsl?raw';
import geometryCode from './geometry.wgsl?raw';
import outerProductCode from './outerProduct.wgsl?raw';

export interface ForwardShape extends ConvolutionShape {
  readonly activation: Activation;
}

/** A convolution forward, with its activation and max pooling. Buffers: x, weights, y, winners. */
export const convolve: Kernel<ForwardShape> = {
  name: 'convolve',
  code: [sliceCode, activationCode, geometryCode, outerProductCode, code].join('\n'),
  bindings: ['read', 'read', 'write', 'write'],
  workgroup: 'tuned',

  constants: (shape) => ({
    ...geometryConstants(shape),
    ACTIVATION: activationNumbers[shape.activation],
  }),

  threads(shape, count) {
    const tiles = isPooled(shape) ? pixelsOf(shape.pooled) : Math.ceil(pixelsOf(shape.output) / 4);
    return quadsOf(count) * Math.ceil(shape.filters / 4) * tiles;
  },

  reference(shape, slice, [x, weights, y, winners]) {
    const { channels, filters, output, pooled, activation } = shape;
    const stride = 4 * shape.quads;
    for (let image = 0; image < imagesOf(slice); image++) {
      const sums = new Float64Array(pixelsOf(output) * filters);
      eachPair(shape, (pixel, input, kernelPixel) => {
        for (let channel = 0; channel < channels; channel++) {
          const value = x[(input * channels + channel) * stride + image];
          const w = shape.weights + (kernelPixel * channels + channel) * filters;
          for (let n = 0; n < filters; n++) sums[pixel * filters + n] += value * weights[w + n];
        }
      });
      const greatest = new Float64Array(pixelsOf(pooled) * filters).fill(-Infinity);
      sums.forEach((sum, i) => {
        const found = windowOf(shape, Math.floor(i / filters));
        if (!found) return;
        const n = i % filters;
        const bias = shape.hasBias ? weights[shape.weights + inputsOf(shape) * filters + n] : 0;
        const to = found.window * filters + n;
        if (sum + bias <= greatest[to]) return;
        greatest[to] = sum + bias;
        y[to * stride + image] = activate(activation, sum + bias);
        if (isPooled(shape)) winners[to * stride + image] = found.place;
      });
    }
  },
};
