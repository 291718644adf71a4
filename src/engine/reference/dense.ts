import type { Operation, Weight } from './operation';

/** y[j] = b[j] + Σ over i: x[i] · w[i, j]: a convolution's products, with a weight for each pair of x and y. */
export function dense(units: number, [kernel, bias]: readonly [kernel: Weight, bias?: Weight]): Operation {
  return {
    forward(x) {
      const y = new Float64Array(units);
      if (bias) y.set(bias.values);
      for (let i = 0; i < x.length; i++) {
        for (let j = 0; j < units; j++) y[j] += x[i] * kernel.values[i * units + j];
      }
      return y;
    },
    backward(dy, x) {
      const dx = new Float64Array(x.length);
      if (bias) dy.forEach((slope, j) => (bias.gradient[j] += slope));
      for (let i = 0; i < x.length; i++) {
        for (let j = 0; j < units; j++) {
          kernel.gradient[i * units + j] += x[i] * dy[j];
          dx[i] += kernel.values[i * units + j] * dy[j];
        }
      }
      return dx;
    },
  };
}
