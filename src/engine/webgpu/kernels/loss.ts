import type { Activation } from '../../../model/spec';
import { CLASS_COUNT } from '../../../model/spec';
import { crossEntropy, softmax } from '../../reference/crossEntropy';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import activationCode from './activation.wgsl?raw';
import { activationNumbers, slopeAt } from './activations';
import { byteAt } from './bytes';
import code from './loss.wgsl?raw';
import sliceCode from './slice.wgsl?raw';

export interface LossShape {
  readonly quads: number;
  /** Parts that add up to the logits. */
  readonly sums: number;
  /** Where the bias lies that they lack; null if they lack none. */
  readonly bias: number | null;
  /** The last layer's, besides softmax. */
  readonly activation: Activation;
}

/** A label that is no digit: the image gets its probabilities instead of a gradient. */
export const NO_LABEL = 255;

/** Softmax, loss and the gradient of the logits. Buffers: order, labels, sums, weights, gradient, results. */
export const loss: Kernel<LossShape> = {
  name: 'loss',
  code: [sliceCode, activationCode, code].join('\n'),
  bindings: ['read', 'read', 'read', 'read', 'write', 'write'],
  workgroup: 64,

  constants: ({ quads, sums, bias, activation }) => ({
    QUADS: quads,
    SUMS: sums,
    HAS_BIAS: Number(bias !== null),
    BIAS: bias ?? 0,
    ACTIVATION: activationNumbers[activation],
  }),

  threads: (_shape, count) => 64 * Math.ceil(quadsOf(count) / 8),

  reference(shape, slice, [order, labels, sums, weights, gradient, results]) {
    const stride = 4 * shape.quads;
    for (let image = 0; image < imagesOf(slice); image++) {
      const logits = new Float64Array(CLASS_COUNT).map((_, j) => {
        let logit = shape.bias === null ? 0 : weights[shape.bias + j];
        for (let part = 0; part < shape.sums; part++) {
          logit += sums[(part * CLASS_COUNT + j) * stride + image];
        }
        return logit;
      });
      const isImage = image < slice.count;
      const label = isImage ? byteAt(labels, order[slice.orderStart + image]) : NO_LABEL;
      softmax(logits).forEach((p, j) => {
        const dz = (p - Number(j === label)) * slice.scale * slopeAt(shape.activation, logits[j]);
        gradient[j * stride + image] = !isImage ? 0 : label < CLASS_COUNT ? dz : p;
      });
      if (!isImage) continue;
      const to = 2 * (slice.resultStart + image);
      results[to] = label < CLASS_COUNT ? crossEntropy(logits, label) : 0;
      results[to + 1] = Number(logits.indexOf(Math.max(...logits)) === label);
    }
  },
};
