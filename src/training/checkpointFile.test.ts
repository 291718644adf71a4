import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { slotNames } from '../engine/optimizer';
import { sentenceOf } from '../lib/sentenceOf';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import type { Checkpoint } from './checkpoint';
import { decodeCheckpoint, encodeCheckpoint, weightsHash } from './checkpointFile';
import { articleConfig } from './config';

const whole = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const floats = (length: number) =>
  fc.float32Array({ minLength: length, maxLength: length }).map((values) => values.slice());

/** Checkpoints of the smallest model; NaN and infinite numbers among them. */
const checkpoints: fc.Arbitrary<Checkpoint> = fc
  .record({
    optimizer: fc.constantFrom('sgd', 'momentum', 'adam'),
    step: fc.nat(20),
    filling: fc.float(),
    hasBest: fc.boolean(),
  })
  .chain(({ optimizer, step, filling, hasBest }) => {
    const config = { ...articleConfig, preset: 'softmax', optimizer } as const;
    const tensors = (offset: number) =>
      planModel(presets.softmax).weightShapes.map((shape) =>
        new Float32Array(shape.reduce((product, size) => product * size, 1)).fill(filling + offset),
      );
    return fc.record<Checkpoint>({
      config: fc.constant(config),
      step: fc.constant(step),
      random: fc.tuple(whole, whole, whole, whole),
      state: fc.constant({
        weights: tensors(0),
        optimizer: {
          step,
          slots: Object.fromEntries(slotNames[optimizer].map((name, i) => [name, tensors(i + 1)])),
        },
      }),
      history: fc.record({
        losses: floats(step),
        correct: fc.uint32Array({ minLength: step, maxLength: step }).map((values) => values.slice()),
        stepEndsMs: floats(step),
      }),
      validations: fc.array(
        fc.record({
          step: fc.nat(),
          loss: fc.double({ noNaN: true, min: 0 }),
          accuracy: fc.double({ min: 0, max: 1, noNaN: true }),
        }),
        { maxLength: 3 },
      ),
      bestWeights: fc.constant(hasBest ? tensors(9) : null),
      computedBy: fc.constant({ name: 'wasm', device: 'SIMD, 2 nodes', nodes: 2 } as const),
    });
  });

const [example] = fc.sample(checkpoints, { numRuns: 1, seed: 3 });

describe('a checkpoint’s file', () => {
  test('brings back every checkpoint, to the last bit', () => {
    fc.assert(
      fc.property(checkpoints, (checkpoint) => {
        const read = decodeCheckpoint(encodeCheckpoint(checkpoint));
        expect(read).toEqual(checkpoint);
        expect(weightsHash(read.state.weights)).toBe(weightsHash(checkpoint.state.weights));
      }),
    );
  });

  test('is read from any place in memory', () => {
    const file = encodeCheckpoint(example);
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    expect(decodeCheckpoint(shifted.subarray(3))).toEqual(example);
  });

  test('is refused when a single bit has changed, or when its end is missing', async () => {
    const file = encodeCheckpoint(example);
    await fc.assert(
      fc.asyncProperty(fc.nat(8 * file.length - 1), async (bit) => {
        const damaged = file.slice();
        damaged[bit >> 3] ^= 1 << (bit & 7);
        expect(await sentenceOf(() => decodeCheckpoint(damaged))).toMatch(
          /is damaged|is no checkpoint|later version/,
        );
      }),
    );
    for (const length of [0, 10, file.length - 1]) {
      expect(await sentenceOf(() => decodeCheckpoint(file.subarray(0, length)))).toMatch(
        /is damaged|is no checkpoint/,
      );
    }
  });

  test('is refused in words when it is something else, or of a later version', async () => {
    const picture = new Uint8Array(1000).fill(137);
    expect(await sentenceOf(() => decodeCheckpoint(picture))).toContain('no checkpoint of Gradpad');
    const later = encodeCheckpoint(example);
    new Uint32Array(later.buffer, 8, 1)[0] = 2;
    expect(await sentenceOf(() => decodeCheckpoint(later))).toContain('later version of Gradpad (format 2)');
  });
});

test('the hash of weights tells them apart, wherever they lie in memory', () => {
  const { weights } = example.state;
  const padded = weights.map((values) => {
    const room = new Float32Array(values.length + 1);
    room.set(values, 1);
    return room.subarray(1);
  });
  expect(weightsHash(padded)).toBe(weightsHash(weights));
  padded[1][0] = padded[1][0] === 1 ? 2 : 1;
  expect(weightsHash(padded)).not.toBe(weightsHash(weights));
});
