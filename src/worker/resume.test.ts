import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import type { EngineName, EngineOptions } from '../engine/engine';
import { kernels } from '../engine/wasm/builtKernels';
import { createWasmEngine } from '../engine/wasm/wasmEngine';
import type { TrainingConfig } from '../training/config';
import { articleConfig, totalSteps } from '../training/config';
import { decodeCheckpoint } from '../training/checkpointFile';
import { stripes } from '../data/stripes';
import type { RunEvent } from './protocol';
import { runTraining } from './runTraining';

// A browser fetches them.
vi.mock('../engine/wasm/openWasmEngine', () => ({
  openWasmEngine: (options: EngineOptions) => createWasmEngine(async () => kernels!, 'SIMD', options),
  preloadKernels: async () => undefined,
}));

const dataset = { training: stripes(240), test: stripes(40), load: async () => undefined };

const config: TrainingConfig = {
  ...articleConfig,
  preset: 'softmax',
  batchSize: 30,
  epochs: 3,
  imageCount: 240,
  nodes: 1,
};
const lenet: TrainingConfig = { ...config, preset: 'lenet', imageCount: 96, batchSize: 16, epochs: 2 };

/** How a run is cut short. */
interface Interruption {
  readonly step: number;
  /** Paused before, so that everything is saved; or killed, so that what was done since the last checkpoint is lost. */
  readonly isPaused: boolean;
}

interface Outcome {
  /** The newest checkpoint's file. */
  readonly file: Uint8Array;
  /** Null where the run was cut short. */
  readonly weightsHash: string | null;
  readonly accuracy: number | null;
}

/** Trains until the run is interrupted, or to its end. */
function runUntil(
  settings: TrainingConfig,
  from: Uint8Array | null,
  interruption: Interruption | null,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let file: Uint8Array | null = from;
    let accuracy: number | null = null;
    let isInterrupted = false;
    const end = (weightsHash: string | null) =>
      void run.abandon().then(() => file && resolve({ file, weightsHash, accuracy }));

    function receive(event: RunEvent) {
      if (event.type === 'checkpoint') file = event.file;
      if (event.type === 'evaluated') accuracy = event.accuracy;
      if (event.type === 'failed') reject(new Error(JSON.stringify(event.problem)));
      if (event.type === 'done') end(event.weightsHash);
      if (event.type === 'checkpoint' && isInterrupted && interruption?.isPaused) end(null);
      if (event.type !== 'steps' || isInterrupted || !interruption) return;
      const step = event.firstStep + event.losses.length;
      if (step < interruption.step) return run.obey({ type: 'step' });
      isInterrupted = true;
      if (interruption.isPaused) run.obey({ type: 'save' });
      else end(null);
    }

    const run = runTraining({
      config: settings,
      paused: interruption !== null,
      known: [],
      from,
      openDataset: async () => dataset,
      after: Promise.resolve(),
      emit: (event) => receive(event),
    });
    if (interruption) run.obey({ type: 'step' });
  });
}

/** Interrupted at each of these steps in turn, and continued from what was saved. */
async function runInPieces(
  settings: TrainingConfig,
  interruptions: readonly Interruption[],
): Promise<Outcome> {
  let file: Uint8Array | null = null;
  for (const interruption of interruptions) {
    const { step } = file ? decodeCheckpoint(file) : { step: 0 };
    if (interruption.step > step) ({ file } = await runUntil(settings, file, interruption));
  }
  return runUntil(settings, file, null);
}

const interruptions = (settings: TrainingConfig, most: number) =>
  fc
    .array(
      fc.record({
        step: fc.integer({ min: 1, max: totalSteps(settings) - 1 }),
        isPaused: fc.boolean(),
      }),
      { minLength: 1, maxLength: most },
    )
    .map((list) => list.sort((a, b) => a.step - b.step));

describe.each(['wasm', 'cpu'] as const satisfies EngineName[])('on %s', (engine) => {
  const variants: Record<string, TrainingConfig> = {
    'the usual settings': config,
    'images held out, an early stop and a schedule': {
      ...config,
      validationCount: 90,
      patience: 1,
      learningRate: 0.1,
      schedule: 'oneCycle',
    },
    'momentum and changed rates': {
      ...config,
      optimizer: 'momentum',
      rateChanges: [
        { step: 7, learningRate: 0.05 },
        { step: 15, learningRate: 0.001 },
      ],
    },
    'gradient descent': { ...config, optimizer: 'gradientDescent', epochs: 6 },
    rmsprop: { ...config, optimizer: 'rmsprop' },
  };

  test.each(Object.entries(variants))(
    'a run that is cut short and continued ends with the same bits: %s',
    async (_, settings) => {
      const whole = await runUntil({ ...settings, engine }, null, null);
      expect(decodeCheckpoint(whole.file).computedBy.name).toBe(engine);
      await fc.assert(
        fc.asyncProperty(interruptions(settings, 3), async (cuts) => {
          const pieces = await runInPieces({ ...settings, engine }, cuts);
          expect(pieces.weightsHash).toBe(whole.weightsHash);
          expect(pieces.accuracy).toBe(whole.accuracy);
          expect(decodeCheckpoint(pieces.file).history.losses).toEqual(
            decodeCheckpoint(whole.file).history.losses,
          );
        }),
        { numRuns: 5 },
      );
    },
  );
});

test('a model with pooling goes on with the same bits', async () => {
  const settings: TrainingConfig = { ...lenet, engine: 'wasm' };
  const whole = await runUntil(settings, null, null);
  const pieces = await runInPieces(settings, [{ step: 5, isPaused: true }]);
  expect(pieces.weightsHash).toBe(whole.weightsHash);
  expect(decodeCheckpoint(pieces.file).computedBy.name).toBe('wasm');
});
