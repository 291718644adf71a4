import { describe, expect, test } from 'vitest';
import { articleConfig } from '../../training/config';
import { exampleRun } from './exampleRun';
import type { Measure, OverlaidRun } from './overlay';
import { initialOverlayOptions, overlayOf, stepAt } from './overlay';

/** Batches of 4 and 2 images. */
const config = { ...articleConfig, imageCount: 6, batchSize: 4, epochs: 2 };

function run(losses: number[], trainingMs: number): OverlaidRun {
  const stepMs = trainingMs / losses.length;
  return {
    line: 0,
    watts: 20,
    run: { ...exampleRun, config, step: losses.length, trainingMs },
    history: {
      losses: Float32Array.from(losses),
      correct: Uint32Array.from(losses, () => 1),
      stepEndsMs: Float32Array.from(losses, (_, step) => stepMs * (step + 1)),
    },
  };
}

const options = { ...initialOverlayOptions, scale: 'linear', smoothing: 0 } as const;
const xs = (...runs: OverlaidRun[]) =>
  (['step', 'epoch', 'time', 'flops'] as const).map((along) =>
    overlayOf(runs, { ...options, along }).curves.map(({ curve }) => curve.rows.map(({ x }) => x)),
  );

describe('an overlay', () => {
  test('places every run by its own steps, epochs, seconds and operations', () => {
    const [step, epoch, time, flops] = xs(run([2, 1, 0.5], 3_000), run([3], 500));
    expect(step).toEqual([[1, 2, 3], [1]]);
    expect(epoch).toEqual([[0.5, 1, 1.5], [0.5]]);
    expect(time).toEqual([[1, 2, 3], [0.5]]);
    // An epoch's last batch is smaller: 4, 6 and 10 images.
    expect(flops[0].map((place) => place / flops[0][0])).toEqual([1, 1.5, 2.5]);
  });

  test('places a run along energy by its time, and leaves out one that nobody knows the device of', () => {
    const known = run([2, 1, 0.5], 3_000);
    const unknown = { ...known, watts: null };
    const { curves, end } = overlayOf([unknown, known], { ...options, along: 'energy' });
    expect(curves).toHaveLength(1);
    expect(curves[0].curve.rows.map(({ x }) => x)).toEqual([20, 40, 60]);
    expect(end).toBe(60);
  });

  test('ends where the longest run does, and is as high as the highest', () => {
    const { end, range } = overlayOf([run([2, 1, 0.5], 3_000), run([3], 500)], options);
    expect(end).toBe(4);
    expect(range).toEqual([0.5, 3]);
  });

  test('marks where runs cease to be numbers', () => {
    const { crosses } = overlayOf([run([1, NaN, NaN], 1), run([1, NaN], 1), run([NaN], 1)], options);
    expect(crosses).toEqual([2, 1]);
  });

  test('draws losses, right or wrong answers', () => {
    const raw = (measure: Measure) =>
      overlayOf([run([5, 6], 1)], { ...options, measure }).curves.map(({ curve }) => [...curve.raw]);
    expect(raw('losses')).toEqual([[5, 6]]);
    expect(raw('accuracies')).toEqual([[1 / 4, 2 / 6].map(Math.fround)]);
    expect(raw('errors')).toEqual([[3 / 4, 1 / 2]]);
  });

  test('has room for smoothed lines that are lower than all they are made of', () => {
    const { range } = overlayOf([run([0.5, 0, 0], 1)], { ...options, scale: 'log', smoothing: 0.5 });
    expect(range[0]).toBeLessThan(0.1);
  });
});

test('a place of the axis belongs to the step under way there', () => {
  const [curve] = overlayOf([run([2, 1, 0.5], 3_000)], { ...options, along: 'time' }).curves;
  expect([0, 0.4, 1, 1.1, 3, 3.1].map((x) => stepAt(curve, x))).toEqual([0, 0, 0, 1, 2, null]);
});

test('six runs of 10,000 steps are thinned', () => {
  const long = run(
    Array.from({ length: 10_000 }, (_, step) => 2 / (1 + step)),
    60_000,
  );
  const { curves } = overlayOf(
    Array.from({ length: 6 }, () => long),
    options,
  );
  for (const { curve } of curves) expect(curve.rows.length + curve.rawPoints.length).toBeLessThan(600);
});
