import { describe, expect, test } from 'vitest';
import { defaultOptimizers, initialOptimizerState, optimizerNames, updateWeights } from './optimizer';

/** Two updates of the weights [1, −2] with the gradients [0.5, −0.1], then [0.25, 0.3], at rate 0.1. */
function twoUpdates(name: (typeof optimizerNames)[number]) {
  const spec = defaultOptimizers[name];
  const start = [Float32Array.of(1, -2)];
  const first = updateWeights(
    spec,
    0.1,
    start,
    [Float32Array.of(0.5, -0.1)],
    initialOptimizerState(spec, start),
  );
  const second = updateWeights(spec, 0.1, first.weights, [Float32Array.of(0.25, 0.3)], first.state);
  return { start, first, second };
}

/** What Keras 3.15's optimizers give for the same updates. */
const kerasAfterTwo = {
  gradientDescent: [0.925, -2.02],
  sgd: [0.925, -2.02],
  momentum: [0.88, -2.011],
} as const;

describe('updateWeights', () => {
  test.each(['gradientDescent', 'sgd', 'momentum'] as const)('%s follows its formula', (name) => {
    const { weights } = twoUpdates(name).second;
    expect(Array.from(weights[0])).toEqual(kerasAfterTwo[name].map((value) => expect.closeTo(value, 6)));
  });

  test('rmsprop divides by the root mean square, epsilon inside the root', () => {
    const { first, second } = twoUpdates('rmsprop');
    const v1 = 0.1 * 0.25;
    const v2 = 0.9 * v1 + 0.1 * 0.0625;
    expect(first.weights[0][0]).toBeCloseTo(1 - 0.05 / Math.sqrt(v1 + 1e-7), 5);
    expect(second.weights[0][0]).toBeCloseTo(
      1 - 0.05 / Math.sqrt(v1 + 1e-7) - 0.025 / Math.sqrt(v2 + 1e-7),
      5,
    );
  });

  test('adam corrects both moments for their start at zero, epsilon outside the root', () => {
    const { first, second } = twoUpdates('adam');
    // At t = 1 the corrected moments are g and g², so the step is η g / (|g| + ε').
    expect(first.weights[0][0]).toBeCloseTo(0.9, 5);
    expect(first.weights[0][1]).toBeCloseTo(-1.9, 5);
    const m = (0.9 * 0.05 + 0.1 * 0.25) / (1 - 0.81);
    const v = (0.999 * 0.00025 + 0.001 * 0.0625) / (1 - 0.998001);
    expect(second.weights[0][0]).toBeCloseTo(0.9 - (0.1 * m) / Math.sqrt(v), 5);
    expect(second.state.step).toBe(2);
  });

  test.each(optimizerNames)('%s changes nothing in place', (name) => {
    const { start, first } = twoUpdates(name);
    expect(Array.from(start[0])).toEqual([1, -2]);
    expect(first.state.step).toBe(1);
  });
});
