import type { Activation } from '../../../model/spec';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import code from './activate.wgsl?raw';
import activationCode from './activation.wgsl?raw';
import { activate as activated, activationNumbers } from './activations';
import sliceCode from './slice.wgsl?raw';

export interface ActivateShape {
  readonly quads: number;
  readonly values: number;
  readonly activation: Activation;
}

/** An activation that is a layer of its own. Buffers: x, y. */
export const activate: Kernel<ActivateShape> = {
  name: 'activate',
  code: [sliceCode, activationCode, code].join('\n'),
  bindings: ['read', 'write'],
  workgroup: 'tuned',

  constants: ({ quads, values, activation }) => ({
    QUADS: quads,
    VALUES: values,
    ACTIVATION: activationNumbers[activation],
  }),

  threads: ({ values }, count) => quadsOf(count) * values,

  reference({ quads, values, activation }, slice, [x, y]) {
    for (let value = 0; value < values; value++) {
      for (let image = 0; image < imagesOf(slice); image++) {
        const at = value * 4 * quads + image;
        y[at] = activated(activation, x[at]);
      }
    }
  },
};
