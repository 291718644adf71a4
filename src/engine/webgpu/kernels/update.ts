import type { OptimizerSpec } from '../../optimizer';
import { updateWeights } from '../../optimizer';
import type { Kernel } from '../kernel';
import sliceCode from './slice.wgsl?raw';
import code from './update.wgsl?raw';

const THREADS = 64;
/** The struct Share of update.wgsl. */
export const SHARE_WORDS = 6;
/** Weights that one thread updates where it needs no others to add up their parts. */
const WEIGHTS_PER_THREAD = 8;
/** Threads add up this many parts each, or fewer. */
const PARTS_PER_THREAD = 8;

/** Some of the weights, and the parts of their gradient. */
export interface GradientParts {
  readonly first: number;
  readonly count: number;
  /** Where the first weight's first part lies, how far apart its parts lie, and how many there are. */
  readonly part: number;
  readonly stride: number;
  readonly parts: number;
}

export interface UpdateShape {
  readonly optimizer: OptimizerSpec;
  /** Workgroups, as `sharesOf` cuts them. */
  readonly shares: number;
}

/** What each workgroup does: struct after struct. */
export function sharesOf(tensors: readonly GradientParts[]): Uint32Array<ArrayBuffer> {
  const shares = tensors.flatMap(({ first, count, part, stride, parts }) => {
    let threads = 1;
    while (threads < THREADS && threads * PARTS_PER_THREAD < parts) threads *= 2;
    const size = threads === 1 ? THREADS * WEIGHTS_PER_THREAD : THREADS / threads;
    return Array.from({ length: Math.ceil(count / size) }, (_, i) => [
      first + i * size,
      Math.min(size, count - i * size),
      part + i * size,
      stride,
      parts,
      threads,
    ]);
  });
  return Uint32Array.from(shares.flat());
}

/** Numbers of the rules, and the constants each has. */
function rule(optimizer: OptimizerSpec): Record<string, number> {
  const none = { DECAY: 0, EPSILON: 0, GAIN: 0, SQUARE_GAIN: 0 };
  switch (optimizer.name) {
    case 'gradientDescent':
    case 'sgd':
      return { ...none, RULE: 0 };
    case 'momentum':
      return { ...none, RULE: 1, DECAY: optimizer.momentum };
    case 'rmsprop':
      return { ...none, RULE: 2, DECAY: optimizer.rho, GAIN: 1 - optimizer.rho, EPSILON: optimizer.epsilon };
    case 'adam':
      return {
        ...none,
        RULE: 3,
        GAIN: 1 - optimizer.beta1,
        SQUARE_GAIN: 1 - optimizer.beta2,
        EPSILON: optimizer.epsilon,
      };
  }
}

/** Which of the buffers m and v holds a slot. */
export const slotBuffers = { velocity: 'v', meanSquare: 'v', mean: 'm' } as const;

/** Adds up gradients and updates the weights. Buffers: partials, shares, gradients, weights, m, v. */
export const update: Kernel<UpdateShape> = {
  name: 'update',
  code: [sliceCode, code].join('\n'),
  bindings: ['read', 'read', 'write', 'write', 'write', 'write'],
  workgroup: 64,
  constants: ({ optimizer }) => rule(optimizer),
  threads: ({ shares }) => THREADS * shares,

  reference({ optimizer, shares }, slice, [partials, shareWords, gradients, weights, m, v]) {
    for (let i = 0; i < shares; i++) {
      const [first, count, part, stride, parts] = shareWords.subarray(SHARE_WORDS * i);
      const sums = Float32Array.from({ length: count }, (_, place) => {
        let sum = slice.continues ? gradients[first + place] : 0;
        for (let each = 0; each < parts; each++) sum += partials[part + each * stride + place];
        return sum;
      });
      if (!slice.completes) {
        gradients.set(sums, first);
        continue;
      }
      const of = (all: ArrayLike<number>) => Float32Array.from(sums, (_, place) => all[first + place]);
      const slots = { velocity: [of(v)], meanSquare: [of(v)], mean: [of(m)] };
      // The bias corrections are part of the slice's learning rate: without decay there is nothing to correct.
      const next = updateWeights(optimizer, slice.learningRate, [of(weights)], [sums], {
        step: Infinity,
        slots,
      });
      weights.set(next.weights[0], first);
      if (optimizer.name === 'adam') m.set(next.state.slots.mean[0], first);
      if (optimizer.name === 'adam' || optimizer.name === 'rmsprop')
        v.set(next.state.slots.meanSquare[0], first);
      if (optimizer.name === 'momentum') v.set(next.state.slots.velocity[0], first);
    }
  },
};
