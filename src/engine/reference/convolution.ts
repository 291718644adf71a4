import type { Conv2dSpec } from '../../model/spec';
import type { Operation, Weight } from './operation';
import { windowsOf } from './windows';

/**
 * y[p, f] = b[f] + Σ over the window of p: x[pixel, c] · w[kernel pixel, c, f]. Its activation is an operation of its own.
 *
 * Each product x · w adds to one y, so on the way back each gives x · ∂L/∂y to ∂L/∂w, and w · ∂L/∂y to ∂L/∂x.
 */
export function convolution(
  { kernel: size, strides, padding, filters }: Conv2dSpec,
  inputShape: readonly number[],
  outputShape: readonly number[],
  [kernel, bias]: readonly [kernel: Weight, bias?: Weight],
): Operation {
  const windows = windowsOf(size, strides, padding, inputShape, outputShape);
  const channels = inputShape[2];

  /** Visits the places, in x, w and y, of every product of the sum. */
  function eachProduct(visit: (x: number, w: number, y: number) => void): void {
    windows.forEach((window, pixel) => {
      for (const covered of window) {
        for (let channel = 0; channel < channels; channel++) {
          const x = covered.input * channels + channel;
          const row = covered.kernel * channels + channel;
          for (let filter = 0; filter < filters; filter++) {
            visit(x, row * filters + filter, pixel * filters + filter);
          }
        }
      }
    });
  }

  return {
    forward(x) {
      const y = Float64Array.from({ length: windows.length * filters }, (_, place) =>
        bias ? bias.values[place % filters] : 0,
      );
      eachProduct((i, w, j) => (y[j] += x[i] * kernel.values[w]));
      return y;
    },
    backward(dy, x) {
      const dx = new Float64Array(x.length);
      eachProduct((i, w, j) => {
        kernel.gradient[w] += x[i] * dy[j];
        dx[i] += kernel.values[w] * dy[j];
      });
      if (bias) dy.forEach((slope, place) => (bias.gradient[place % filters] += slope));
      return dx;
    },
  };
}
