import type { Activation } from '../../../model/spec';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import activationCode from './activation.wgsl?raw';
import { activationNumbers, slopeAt } from './activations';
import sliceCode from './slice.wgsl?raw';
import code from './denseBack.wgsl?raw';
import outerProductCode from './outerProduct.wgsl?raw';

export interface DenseBackShape {
  readonly quads: number;
  readonly inputs: number;
  readonly units: number;
  readonly weights: number;
  /** The one that the input has come through. */
  readonly inputActivation: Activation;
}

/** The gradient of a dense layer's input. Buffers: gradient, weights, x, dx. */
export const denseBack: Kernel<DenseBackShape> = {
  name: 'denseBack',
  code: [sliceCode, activationCode, outerProductCode, code].join('\n'),
  bindings: ['read', 'read', 'read', 'write'],
  workgroup: 'tuned',

  constants: (shape) => ({
    QUADS: shape.quads,
    INPUTS: shape.inputs,
    UNITS: shape.units,
    WEIGHTS: shape.weights,
    ACTIVATION: activationNumbers[shape.inputActivation],
  }),

  threads: ({ inputs }, count) => quadsOf(count) * Math.ceil(inputs / 16),

  reference(shape, slice, [gradient, weights, x, dx]) {
    const { inputs, units, inputActivation } = shape;
    const stride = 4 * shape.quads;
    for (let k = 0; k < inputs; k++) {
      for (let image = 0; image < imagesOf(slice); image++) {
        let sum = 0;
        for (let n = 0; n < units; n++) {
          sum += gradient[n * stride + image] * weights[shape.weights + k * units + n];
        }
        const at = k * stride + image;
        dx[at] = sum * slopeAt(inputActivation, x[at]);
      }
    }
  },
};
