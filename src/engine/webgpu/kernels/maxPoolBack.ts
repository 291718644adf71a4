import type { Activation } from '../../../model/spec';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import activationCode from './activation.wgsl?raw';
import { activationNumbers, slopeAt } from './activations';
import sliceCode from './slice.wgsl?raw';
import code from './maxPoolBack.wgsl?raw';
import poolingCode from './pooling.wgsl?raw';
import type { PoolingShape } from './poolingShape';
import { poolingConstants, windowsOf } from './poolingShape';

export interface PoolingBackShape extends PoolingShape {
  /** The one that the input has come through. */
  readonly inputActivation: Activation;
}

/** The gradient of max pooling's input. Buffers: gradient, winners, x, dx. */
export const maxPoolBack: Kernel<PoolingBackShape> = {
  name: 'maxPoolBack',
  code: [sliceCode, activationCode, poolingCode, code].join('\n'),
  bindings: ['read', 'read', 'read', 'write'],
  workgroup: 'tuned',

  constants: (shape) => ({
    ...poolingConstants(shape),
    ACTIVATION: activationNumbers[shape.inputActivation],
  }),

  threads: ({ input, channels }, count) => quadsOf(count) * input[0] * input[1] * channels,

  reference(shape, slice, [gradient, winners, x, dx]) {
    const { channels, input, inputActivation } = shape;
    const stride = 4 * shape.quads;
    const windows = windowsOf(shape);
    for (let image = 0; image < imagesOf(slice); image++) {
      const sums = new Float64Array(input[0] * input[1] * channels);
      windows.forEach((window, pixel) => {
        for (let channel = 0; channel < channels; channel++) {
          const at = (pixel * channels + channel) * stride + image;
          const winner = window.find(({ place }) => place === winners[at]);
          if (winner) sums[winner.input * channels + channel] += gradient[at];
        }
      });
      sums.forEach((sum, i) => {
        const at = i * stride + image;
        dx[at] = sum * slopeAt(inputActivation, x[at]);
      });
    }
  },
};
