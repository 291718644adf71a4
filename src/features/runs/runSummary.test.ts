import { expect, test } from 'vitest';
import { articleConfig } from '../../training/config';
import { runSummary } from './runSummary';

/** Two steps in an epoch. */
const config = { ...articleConfig, imageCount: 8, batchSize: 4 };

test('best is the lowest loss, and the highest accuracy of a whole epoch', () => {
  const losses = Float32Array.of(2, 0.5, 0.25, NaN, 0.75);
  const correct = Uint32Array.of(4, 2, 1, 3, 3);
  expect(runSummary(config, { losses, correct }, 0)).toEqual({
    bestLoss: 0.25,
    finalLoss: 0.75,
    bestAccuracy: 6 / 8,
    finalAccuracy: 3 / 4,
    firstMissing: 3,
  });
});

test('losses are smoothed before they are compared', () => {
  const history = { losses: Float32Array.of(1, 0), correct: Uint32Array.of(0, 0) };
  // The debiased average of 1 and 0 with weights ½ and 1.
  expect(runSummary(config, history, 0.5).bestLoss).toBeCloseTo(1 / 3, 6);
});

test('before the first epoch has ended there is only what has been seen', () => {
  const history = { losses: Float32Array.of(NaN), correct: Uint32Array.of(1) };
  expect(runSummary(config, history, 0)).toMatchObject({ bestLoss: NaN, bestAccuracy: 1 / 4 });
});

test('without a step there is nothing', () => {
  const none = { losses: new Float32Array(), correct: new Uint32Array() };
  expect(runSummary(config, none, 0)).toEqual({
    bestLoss: NaN,
    finalLoss: NaN,
    bestAccuracy: NaN,
    finalAccuracy: NaN,
    firstMissing: null,
  });
});
