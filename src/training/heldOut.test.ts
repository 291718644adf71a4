import { describe, expect, test } from 'vitest';
import type { Engine } from '../engine/engine';
import { articleConfig } from './config';
import { createHeldOut } from './heldOut';
import { stripes } from '../data/stripes';

const config = {
  ...articleConfig,
  preset: 'softmax',
  imageCount: 100,
  validationCount: 20,
  batchSize: 20,
  patience: 2,
} as const;
const training = stripes(100);

/** An engine whose weights say how many images it has scored, and whose losses are given. */
function engineWith(losses: readonly number[]) {
  let calls = 0;
  let written: readonly Float32Array[] | null = null;
  const scored: number[] = [];
  const engine = {
    maxSliceImages: 100,
    evaluate: async (_: Uint8Array, labels: Uint8Array) => {
      scored.push(...labels);
      return { lossSum: losses[calls++] * labels.length, correct: 1 };
    },
    readState: async () => ({ weights: [Float32Array.of(calls)], optimizer: { step: calls, slots: {} } }),
    writeState: async ({ weights }: { weights: readonly Float32Array[] }) => {
      written = weights;
    },
  } as unknown as Engine;
  return { engine, scored, written: () => written };
}

async function after(losses: readonly number[]) {
  const { engine, scored, written } = engineWith(losses);
  const heldOut = createHeldOut(config, training, null)!;
  for (let i = 0; i < losses.length; i++) await heldOut.score(engine, 4 * (i + 1));
  return { heldOut, engine, scored, written };
}

describe('images held out', () => {
  test('are the last ones, and nothing is where none are', async () => {
    const { scored, heldOut } = await after([1]);
    expect(scored).toEqual([...training.labels.subarray(80)]);
    expect(heldOut.validations).toEqual([{ step: 4, loss: 1, accuracy: 1 / 20 }]);
    expect(createHeldOut({ ...config, validationCount: 0 }, training, null)).toBeNull();
  });

  test('are due once after every epoch', async () => {
    const { heldOut } = await after([1]);
    expect([0, 3, 4, 5, 8].map((step) => heldOut.isDue(step))).toEqual([false, false, false, false, true]);
  });

  test('end a run that has not improved for as many epochs as it has patience', async () => {
    expect((await after([1, 0.5, 0.6])).heldOut.isOver()).toBe(false);
    expect((await after([1, 0.5, 0.6, 0.5])).heldOut.isOver()).toBe(true);
    expect((await after([1, 0.5, 0.6, 0.4])).heldOut.isOver()).toBe(false);
  });

  test('bring the best weights back, also those of a run that was continued', async () => {
    const { heldOut, engine, written } = await after([1, 0.5, 0.6]);
    const { validations, bestWeights } = heldOut;
    expect(bestWeights).toEqual([Float32Array.of(2)]);
    const continued = createHeldOut(config, training, { validations, bestWeights })!;
    await continued.restoreBest(engine);
    expect(written()).toEqual([Float32Array.of(2)]);
  });

  test('leave the weights alone where the last are the best', async () => {
    const { heldOut, engine, written } = await after([1, 0.5]);
    await heldOut.restoreBest(engine);
    expect(written()).toBeNull();
  });
});
