import type { Activation } from '../../../model/spec';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import activationCode from './activation.wgsl?raw';
import { activate, activationNumbers } from './activations';
import sliceCode from './slice.wgsl?raw';
import code from './dense.wgsl?raw';
import outerProductCode from './outerProduct.wgsl?raw';

export interface DenseShape {
  readonly quads: number;
  readonly inputs: number;
  readonly units: number;
  readonly weights: number;
  readonly hasBias: boolean;
  readonly activation: Activation;
  /** Parts of the sums over the inputs, without bias and activation, for `loss`; null for the layer's whole output. */
  readonly splits: number | null;
}

/** A dense layer forward. Buffers: x, weights, y. */
export const dense: Kernel<DenseShape> = {
  name: 'dense',
  code: [sliceCode, activationCode, outerProductCode, code].join('\n'),
  bindings: ['read', 'read', 'write'],
  workgroup: 'tuned',

  constants: (shape) => ({
    QUADS: shape.quads,
    INPUTS: shape.inputs,
    UNITS: shape.units,
    WEIGHTS: shape.weights,
    HAS_BIAS: Number(shape.hasBias),
    ACTIVATION: activationNumbers[shape.activation],
    IS_PARTIAL: Number(shape.splits !== null),
    SPLITS: shape.splits ?? 1,
  }),

  threads: ({ units, splits }, count) => quadsOf(count) * Math.ceil(units / 16) * (splits ?? 1),

  reference(shape, slice, [x, weights, y]) {
    const { inputs, units, splits, hasBias, activation } = shape;
    const stride = 4 * shape.quads;
    const parts = splits ?? 1;
    for (let part = 0; part < parts; part++) {
      const start = Math.floor((inputs * part) / parts);
      const end = Math.floor((inputs * (part + 1)) / parts);
      for (let n = 0; n < units; n++) {
        for (let image = 0; image < imagesOf(slice); image++) {
          const isWhole = splits === null;
          let sum = isWhole && hasBias ? weights[shape.weights + inputs * units + n] : 0;
          for (let k = start; k < end; k++) {
            sum += x[k * stride + image] * weights[shape.weights + k * units + n];
          }
          y[(part * units + n) * stride + image] = isWhole ? activate(activation, sum) : sum;
        }
      }
    }
  },
};
