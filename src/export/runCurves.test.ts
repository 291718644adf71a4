import { expect, test } from 'vitest';
import { articleConfig } from '../training/config';
import type { CurveWords } from './runCurves';
import { runCurves } from './runCurves';

const words: CurveWords = {
  charts: {
    loss: 'Loss',
    lossUnit: 'nats',
    accuracy: 'Accuracy',
    accuracyUnit: '% right',
    step: 'step',
    summary: 'From {first} to {last} in {steps} steps.',
    missing: 'Missing from {step} on.',
    notANumber: 'not a number',
  },
  curves: { heldOutOnce: 'Held out: {last}.', heldOutSince: 'Held out: {first} to {last}.' },
};
/** Two steps of 4 images an epoch. */
const config = { ...articleConfig, imageCount: 10, validationCount: 2, batchSize: 4, epochs: 2 };
const history = {
  losses: Float32Array.of(2, 1, NaN, 0.5),
  correct: Uint32Array.of(1, 3, 4, 4),
  stepEndsMs: Float32Array.of(1, 2, 3, 4),
};
const validations = [
  { step: 2, loss: 1.25, accuracy: 0.5 },
  { step: 4, loss: Infinity, accuracy: 1 },
];

test('a run has a curve of its loss and one of its accuracy, each with a sentence', () => {
  const [loss, accuracy] = runCurves(config, history, validations, words);
  expect(loss).toMatchObject({
    title: 'Loss',
    summary: 'From 2.000 to 0.500 in 4 steps. Missing from 3 on. Held out: 1.250 to not a number.',
  });
  expect(accuracy).toMatchObject({
    title: 'Accuracy',
    summary: 'From 25.00% to 100.00% in 4 steps. Held out: 50.00% to 100.00%.',
  });
  expect(accuracy.svg).toContain('>100%</text>');
  expect(accuracy.svg.match(/<circle/g)).toHaveLength(2);
});

test('before its first step it has none, and without images held out they are not told of', () => {
  const none = { losses: new Float32Array(), correct: new Uint32Array(), stepEndsMs: new Float32Array() };
  expect(runCurves(config, none, [], words)).toEqual([]);
  const [loss] = runCurves(config, history, [], words);
  expect(loss.summary).not.toContain('Held out');
  expect(loss.svg).not.toContain('<circle');
});

test('the average of a long run is over a hundredth of it', () => {
  const losses = Float32Array.from({ length: 1_000 }, (_, step) => (step % 2 ? 1 : 3));
  const long = { losses, correct: new Uint32Array(1_000), stepEndsMs: losses };
  const [{ summary }] = runCurves({ ...config, epochs: 500 }, long, [], words);
  // Of ten steps: near the middle of 1 and 3, a little below after a 1.
  expect(summary).toBe('From 3.000 to 1.947 in 1,000 steps.');
});
