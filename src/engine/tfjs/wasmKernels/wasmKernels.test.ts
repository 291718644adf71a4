import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../../lib/random';
import { registerWasmKernels } from './register';

beforeAll(async () => {
  await tf.setBackend('wasm');
  registerWasmKernels();
});

/** Values −0.5 … 0.5, the same on every backend. */
function randomTensor(shape: [number, number, number, number], seed: number): tf.Tensor4D {
  const random = createRandom(seed);
  const length = shape.reduce((product, side) => product * side, 1);
  return tf.tensor4d(
    Float32Array.from({ length }, () => random.uniform() - 0.5),
    shape,
  );
}

/** The greatest difference between what wasm and the plain JavaScript backend compute. */
function wasmError(compute: () => tf.Tensor[]): number {
  const [onWasm, onCpu] = ['wasm', 'cpu'].map((backend) => {
    void tf.setBackend(backend);
    return tf.tidy(() => compute().map((tensor) => tensor.dataSync()));
  });
  let greatest = 0;
  onCpu.forEach((expected, i) => {
    expect(onWasm[i].length).toBe(expected.length);
    expected.forEach((value, j) => (greatest = Math.max(greatest, Math.abs(value - onWasm[i][j]))));
  });
  return greatest;
}

const side = fc.integer({ min: 1, max: 28 });
const window = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }));
const padding = fc.constantFrom('same' as const, 'valid' as const);
const geometry = fc
  .record({ height: side, width: side, kernel: window, strides: window, padding })
  .filter(
    ({ height, width, kernel, padding: pad }) =>
      pad === 'same' || (kernel[0] <= height && kernel[1] <= width),
  );
const channels = fc.integer({ min: 1, max: 5 });

test('convolution and both its gradients agree with plain JavaScript', () => {
  fc.assert(
    fc.property(
      geometry,
      channels,
      channels,
      ({ height, width, kernel, strides, padding: pad }, from, to) => {
        const error = wasmError(() => {
          const x = randomTensor([3, height, width, from], 1);
          const filter = randomTensor([...kernel, from, to], 2);
          const convolve = (a: tf.Tensor4D, b: tf.Tensor4D) => tf.conv2d(a, b, strides, pad);
          const y = convolve(x, filter);
          const fused = tf.fused.conv2d({ x, filter, strides, pad, activation: 'relu' });
          const dy = randomTensor(y.shape, 3);
          return [y, fused, ...tf.grads(convolve as (...inputs: tf.Tensor[]) => tf.Tensor)([x, filter], dy)];
        });
        expect(error).toBeLessThan(1e-4);
      },
    ),
    { numRuns: 150 },
  );
});

test('max pooling and its gradient agree with plain JavaScript, also where all values are negative', () => {
  fc.assert(
    fc.property(geometry, channels, ({ height, width, kernel, strides, padding: pad }, depth) => {
      const error = wasmError(() => {
        const x = randomTensor([3, height, width, depth], 1);
        const pool = (a: tf.Tensor) => tf.maxPool(a as tf.Tensor4D, kernel, strides, pad);
        const y = pool(x);
        return [y, tf.grad(pool)(x, randomTensor(y.shape as [number, number, number, number], 3))];
      });
      expect(error).toBeLessThan(1e-5);
    }),
    { numRuns: 150 },
  );
});
