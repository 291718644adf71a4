import { describe, expect, test } from 'vitest';
import { sentenceOf } from '../lib/sentenceOf';
import type { Engine, EngineOptions, Slice } from './engine';
import { selfTest } from './selfTest';
import { createTfjsEngine } from './tfjs/tfjsEngine';
import { testKernels } from './wasm/builtKernels';
import { createWasmEngine } from './wasm/wasmEngine';

const openCpu = (options: EngineOptions) => createTfjsEngine('cpu', 'test', options);

const withSlices = ({ step }: Engine, change: (slice: Slice) => Slice): Partial<Engine> => ({
  step: (slices) => step(slices.map(change)),
});

/** Ways to be wrong, what the problem names, and how a good engine becomes so. */
const wrongs: readonly [string, RegExp, (engine: Engine) => Partial<Engine>][] = [
  [
    'a loss 2% too large',
    /CPU computes wrongly.*: loss of slice 1: ±0/,
    ({ step }) => ({
      step: async (slices) =>
        (await step(slices)).map(({ lossSum, correct }) => ({ lossSum: lossSum * 1.02, correct })),
    }),
  ],
  [
    'a right answer too many',
    /right answers of slice 1: ±1/,
    ({ step }) => ({
      step: async (slices) =>
        (await step(slices)).map(({ lossSum, correct }) => ({ lossSum, correct: correct + 1 })),
    }),
  ],
  [
    'gradients twice too small',
    /right answers of slice 2: ±1/,
    (engine) => withSlices(engine, (slice) => ({ ...slice, batchSize: 2 * slice.batchSize })),
  ],
  [
    'a slice whose gradient is lost',
    /: weights 1: ±0/,
    (engine) => withSlices(engine, (slice) => (slice.update ? slice : { ...slice, batchSize: 1e9 })),
  ],
  [
    'a single weight a tenth of an update off',
    /: weights 3: ±0.002/,
    ({ readState }) => ({
      async readState() {
        const { weights, optimizer } = await readState();
        weights[2][0] += 0.002;
        return { weights, optimizer };
      },
    }),
  ],
  [
    'a probability that is no number',
    /probabilities: ±Infinity/,
    ({ predict }) => ({
      predict: async (images) => (await predict(images)).map((value, i) => (i === 7 ? NaN : value)),
    }),
  ],
];

describe('selfTest', () => {
  test('lets an engine of TensorFlow.js pass', () => selfTest(openCpu));

  testKernels('lets our WASM engine pass', (module) =>
    selfTest((options) => createWasmEngine(async () => module, 'SIMD', options)),
  );

  test.each(wrongs)('refuses %s, and disposes of the engine', async (_, message, change) => {
    let isDisposed = false;
    const attempt = selfTest(async (options) => {
      const engine = await openCpu(options);
      const dispose = async () => {
        isDisposed = true;
        await engine.dispose();
      };
      return { ...engine, ...change(engine), dispose };
    });
    expect(await sentenceOf(() => attempt)).toMatch(message);
    await expect(attempt).rejects.toMatchObject({ data: { code: 'engineWrong' } });
    expect(isDisposed).toBe(true);
  });
});
