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

  /**
   * Visits the places, in x, w and y, of the products of each pixel that a window covers: of the first filter's; the others' follow
   * in w and y.
   */
  function eachCovered(visit: (x: number, w: number, y: number) => void): void {
    windows.forEach((window, pixel) => {
      for (const covered of window) {
        for (let channel = 0; channel < channels; channel++) {
          const x = covered.input * channels + channel;
          const row = covered.kernel * channels + channel;
          visit(x, row * filters, pixel * filters);
        }
      }
    });
  }

  return {
    forward(x) {
      const y = Float64Array.from({ length: windows.length * filters }, (_, place) =>
        bias ? bias.values[place % filters] : 0,
      );
      eachCovered((i, w, j) => {
        // Most pixels are paper, and add nothing.
        if (x[i] === 0) return;
        for (let filter = 0; filter < filters; filter++) y[j + filter] += x[i] * kernel.values[w + filter];
      });
      return y;
    },
    backward(dy, x) {
      const dx = new Float64Array(x.length);
      eachCovered((i, w, j) => {
        for (let filter = 0; filter < filters; filter++) {
          kernel.gradient[w + filter] += x[i] * dy[j + filter];
          dx[i] += kernel.values[w + filter] * dy[j + filter];
        }
      });
      if (bias) dy.forEach((slope, place) => (bias.gradient[place % filters] += slope));
      return dx;
    },
  };
}
