import type { Activation } from '../../../model/spec';

/** Numbers of the activations, as activation.wgsl has them. Softmax belongs to the loss. */
export const activationNumbers = {
  linear: 0,
  relu: 1,
  sigmoid: 2,
  tanh: 3,
  softmax: 0,
} as const satisfies Record<Activation, number>;

const values = [
  (x: number) => x,
  (x: number) => Math.max(x, 0),
  (x: number) => 1 / (1 + Math.exp(-x)),
  (x: number) => Math.tanh(x),
];

const slopes = [
  () => 1,
  (y: number) => (y > 0 ? 1 : 0),
  (y: number) => y * (1 - y),
  (y: number) => 1 - y * y,
];

/** f(x) in plain numbers. */
export const activate = (activation: Activation, x: number) => values[activationNumbers[activation]](x);

/** f'(x), said by y = f(x). */
export const slopeAt = (activation: Activation, y: number) => slopes[activationNumbers[activation]](y);
