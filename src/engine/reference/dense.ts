import type { Operation, Weight } from './operation';

/** y[j] = b[j] + Σ over i: x[i] · w[i, j]: a convolution's products, with a weight for each pair of x and y. */
export function dense(units: number, [kernel, bias]: readonly [kernel: Weight, bias?: Weight]): Operation {
  return {
    forward(x) {
      const y = new Float64Array(units);
      for (let j = 0; j < units; j++) {
        if (bias) y[j] = bias.values[j];
        for (let i = 0; i < x.length; i++) y[j] += x[i] * kernel.values[i * units + j];
      }
      return y;
    },
    backward(dy, x) {
      const dx = new Float64Array(x.length);
      for (let j = 0; j < units; j++) {
        if (bias) bias.gradient[j] += dy[j];
        for (let i = 0; i < x.length; i++) {
          kernel.gradient[i * units + j] += x[i] * dy[j];
          dx[i] += kernel.values[i * units + j] * dy[j];
        }
      }
      return dx;
    },
  };
}
