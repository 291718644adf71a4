import type { MaxPooling2dSpec } from '../../model/spec';
import type { Operation } from './operation';
import { windowsOf } from './windows';

/** y[p, c] is the greatest x[pixel, c] of the window of p; the slope goes back to that one alone, the first of equals. */
export function maxPooling(
  { pool, strides, padding }: MaxPooling2dSpec,
  inputShape: readonly number[],
  outputShape: readonly number[],
): Operation {
  const windows = windowsOf(pool, strides, padding, inputShape, outputShape);
  const channels = inputShape[2];

  /** For each y the place of its x. */
  function placesOfGreatest(x: Float64Array): number[] {
    return windows.flatMap((window) =>
      Array.from({ length: channels }, (_, channel) => {
        const places = window.map(({ input }) => input * channels + channel);
        return places.reduce((greatest, place) => (x[place] > x[greatest] ? place : greatest));
      }),
    );
  }

  return {
    forward: (x) => Float64Array.from(placesOfGreatest(x), (place) => x[place]),
    backward(dy, x) {
      const dx = new Float64Array(x.length);
      placesOfGreatest(x).forEach((place, i) => (dx[place] += dy[i]));
      return dx;
    },
  };
}
