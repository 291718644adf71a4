import { describe, expect, test } from 'vitest';
import { seriesValues } from '../lib/series';
import { articleConfig } from '../training/config';
import type { RunEvent } from '../worker/protocol';
import type { RunState } from './run';
import { emptyRecord, reduceRun, runProgress, startRun } from './run';

const config = { ...articleConfig, imageCount: 100, batchSize: 40, epochs: 2 };

const steps = (firstStep: number, correct: number[], epochImages: number, epoch: number): RunEvent => ({
  type: 'steps',
  firstStep,
  losses: Float32Array.from(correct, (_, i) => 2 - 0.1 * (firstStep + i)),
  correct: Uint32Array.from(correct),
  epoch,
  epochImages,
  groupImages: 40 * correct.length,
  groupMs: 100,
  nodes: [],
});

const fold = (events: RunEvent[], from: RunState = startRun(emptyRecord(1, config))): RunState =>
  events.reduce((state, event) => reduceRun(state, 1, event), from);

describe('reduceRun', () => {
  test('tells a run from preparing to done', () => {
    const events: RunEvent[] = [
      { type: 'engine', engine: { name: 'wasm', device: 'SIMD', measured: [], refused: [], losses: [] } },
      { type: 'ready', paused: false },
      steps(0, [10, 20], 80, 0),
      { type: 'paused' },
      { type: 'resumed' },
      { type: 'evaluating', evaluatedImages: 0, imageCount: 10_000 },
      { type: 'evaluated', accuracy: 0.98, loss: 0.1, correct: 9800, imageCount: 10_000 },
      { type: 'done', elapsedMs: 1234, weightsHash: 'abc' },
    ];
    const statuses = events.map((_, i) => fold(events.slice(0, i + 1)).status);
    expect(statuses).toEqual([
      'preparing',
      'running',
      'running',
      'paused',
      'running',
      'evaluating',
      'done',
      'done',
    ]);
    expect(fold(events)).toMatchObject({ elapsedMs: 1234, weightsHash: 'abc', result: { accuracy: 0.98 } });
  });

  test('accuracy is over the images of the epoch so far, the last batch being smaller', () => {
    const state = fold([
      { type: 'ready', paused: false },
      steps(0, [10, 20, 15], 100, 0),
      steps(3, [40], 40, 1),
    ]);
    const { accuracies, losses } = (state as RunState & { status: 'running' }).record;
    expect(Array.from(seriesValues(accuracies))).toEqual(
      [10 / 40, 30 / 80, 45 / 100, 40 / 40].map((share) => expect.closeTo(share, 6)),
    );
    expect(losses.length).toBe(4);
  });

  test('an earlier state keeps what it showed', () => {
    const early = fold([{ type: 'ready', paused: false }, steps(0, [10], 40, 0)]);
    fold([steps(1, [10], 80, 0)], early);
    fold([steps(1, [30], 80, 0)], early);
    expect((early as RunState & { status: 'running' }).record.losses.length).toBe(1);
  });

  test('events of another run change nothing', () => {
    const state = fold([{ type: 'ready', paused: false }]);
    expect(reduceRun(state, 2, { type: 'paused' })).toBe(state);
    expect(reduceRun({ status: 'idle' }, 1, { type: 'paused' })).toEqual({ status: 'idle' });
  });

  test('progress counts images over all epochs and tells the time left', () => {
    const state = fold([
      { type: 'ready', paused: false },
      steps(0, [10, 20, 15], 100, 0),
      steps(3, [40], 40, 1),
    ]);
    const { record } = state as RunState & { status: 'running' };
    const { seenImages, totalImages, etaMs } = runProgress(record);
    expect([seenImages, totalImages]).toEqual([140, 200]);
    // 1,200 and 400 images a second, averaged.
    expect(etaMs!).toBeGreaterThan(60 / 1.2);
    expect(etaMs!).toBeLessThan(60 / 0.4);
  });
});
