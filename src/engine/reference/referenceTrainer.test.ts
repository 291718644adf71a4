import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { FixtureFile } from '../../../scripts/parity/fixture';
import { readModel, readOptimizer, splitWeights } from '../../../scripts/parity/fixture';
import { readIdx } from '../../../scripts/idx.mjs';
import { createReferenceTrainer } from './referenceTrainer';

const FIXTURES = new URL('../../../scripts/parity/fixtures/', import.meta.url);
/** Keras computed in float32: its mean losses (nats) are right to about 1e-6 at first; training spreads what they lack. */
const STEPS = 5;
const LOSS_TOLERANCE = 2e-6;
const IMAGE_BYTES = 784;

const digits = readIdx('train-images-idx3-ubyte');
const labels = readIdx('train-labels-idx1-ubyte');

test.each(['softmax', 'two-convolutions', 'strided-valid', 'strided-same-tanh', 'sparse-windows'])(
  '%s: loses what Keras loses, step by step',
  (name) => {
    const file = JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8')) as FixtureFile;
    const initial = readFileSync(new URL(`${name}.init.f32`, FIXTURES));
    const { spec, weightShapes } = readModel(file);
    const { batchSize, optimizer } = file;
    const count = STEPS * batchSize;
    const trainer = createReferenceTrainer({
      spec,
      weights: splitWeights(new Float32Array(Uint8Array.from(initial).buffer), weightShapes),
      optimizer: readOptimizer(file),
      trainingImages: {
        images: digits.subarray(0, count * IMAGE_BYTES),
        labels: labels.subarray(0, count),
        loadedCount: count,
      },
    });
    for (let step = 0; step < STEPS; step++) {
      const { lossSum, correct } = trainer.step({
        indices: Uint32Array.from({ length: batchSize }, (_, i) => step * batchSize + i),
        batchSize,
        offset: 0,
        seed: 0,
        update: { learningRate: optimizer.learningRate },
      });
      expect(Math.abs(lossSum / batchSize - file.loss[step])).toBeLessThan(LOSS_TOLERANCE);
      expect(correct).toBe(file.correct[step]);
    }
  },
);
