import type { Activation } from '../../model/spec';
import type { Operation } from './operation';

interface Curve {
  readonly value: (x: number) => number;
  /** dy/dx, said by y. */
  readonly slope: (y: number) => number;
}

const straight: Curve = { value: (x) => x, slope: () => 1 };

const curves: Readonly<Record<Activation, Curve>> = {
  linear: straight,
  relu: { value: (x) => Math.max(0, x), slope: (y) => (y > 0 ? 1 : 0) },
  sigmoid: { value: (x) => 1 / (1 + Math.exp(-x)), slope: (y) => y * (1 - y) },
  tanh: { value: Math.tanh, slope: (y) => 1 - y * y },
  /** Belongs to the loss, which takes it and the logarithm together. */
  softmax: straight,
};

export function activation(name: Activation): Operation {
  const { value, slope } = curves[name];
  return {
    forward: (x) => x.map(value),
    backward: (dy, _x, y) => dy.map((dyi, i) => dyi * slope(y[i])),
  };
}
