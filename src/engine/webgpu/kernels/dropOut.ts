import type { Activation } from '../../../model/spec';
import { dropoutMask } from '../../dropoutMask';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import activationCode from './activation.wgsl?raw';
import { activationNumbers, slopeAt } from './activations';
import code from './dropOut.wgsl?raw';
import hashCode from './hash32.wgsl?raw';
import sliceCode from './slice.wgsl?raw';

export interface DropOutShape {
  readonly quads: number;
  readonly values: number;
  /** The layer's place in the model, which its mask depends on. */
  readonly layer: number;
  /** 0 passes everything on. */
  readonly rate: number;
  /** Whose slope it multiplies by: linear forward, back the one that the layer's input has come through. */
  readonly activation: Activation;
}

/** Dropout forward and back, and what else passes back unchanged. Buffers: from, x, to. */
export const dropOut: Kernel<DropOutShape> = {
  name: 'dropOut',
  code: [sliceCode, activationCode, hashCode, code].join('\n'),
  bindings: ['read', 'read', 'write'],
  workgroup: 'tuned',

  constants: ({ quads, values, layer, rate, activation }) => ({
    QUADS: quads,
    VALUES: values,
    LAYER: layer,
    THRESHOLD: Math.ceil(rate * 2 ** 32),
    KEPT: 1 / (1 - rate),
    ACTIVATION: activationNumbers[activation],
  }),

  threads: ({ values }, count) => quadsOf(count) * values,

  reference({ quads, values, layer, rate, activation }, slice, [from, x, to]) {
    const mask = dropoutMask(rate, slice.seed, layer, slice.offset, imagesOf(slice), values);
    for (let image = 0; image < imagesOf(slice); image++) {
      for (let value = 0; value < values; value++) {
        const at = value * 4 * quads + image;
        to[at] = from[at] * mask[image * values + value] * slopeAt(activation, x[at]);
      }
    }
  },
};
