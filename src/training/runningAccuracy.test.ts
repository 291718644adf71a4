import { describe, expect, test } from 'vitest';
import { articleConfig } from './config';
import { runningAccuracy } from './runningAccuracy';

/** Batches of 4, 4 and 2 images. */
const config = { ...articleConfig, imageCount: 10, batchSize: 4 };

describe('the share of right answers in an epoch so far', () => {
  test('counts the images of every batch, and begins anew with each epoch', () => {
    const { accuracies, epochCorrect } = runningAccuracy(config, [1, 3, 2, 4, 2]);
    expect([...accuracies]).toEqual([1 / 4, 4 / 8, 6 / 10, 4 / 4, 6 / 8].map(Math.fround));
    expect(epochCorrect).toBe(6);
  });

  test('goes on where it was left', () => {
    const correct = [1, 3, 2, 4, 2, 0, 3];
    const first = runningAccuracy(config, correct.slice(0, 2));
    const rest = runningAccuracy(config, correct.slice(2), { step: 2, epochCorrect: first.epochCorrect });
    expect([...first.accuracies, ...rest.accuracies]).toEqual([
      ...runningAccuracy(config, correct).accuracies,
    ]);
  });

  test('leaves out the images held out for validation', () => {
    const { accuracies } = runningAccuracy({ ...config, validationCount: 4 }, [2, 2]);
    expect([...accuracies]).toEqual([2 / 4, 4 / 6].map(Math.fround));
  });
});
