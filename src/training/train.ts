import type { ImageSet } from '../data/imageSet';
import type { Engine, SliceResult } from '../engine/engine';
import { Problem } from '../lib/problem';
import type { Random } from '../lib/random';
import type { TrainingConfig } from './config';
import { evaluate } from './evaluate';
import type { StepsEvent, TrainingEvent } from './events';
import type { PlacedSlice } from './slices';
import { runSlices } from './slices';

/** Results are read back about ten times a second: each read waits for the device. */
const GROUP_MS = 100;

export interface TrainingRun {
  readonly config: TrainingConfig;
  /** Holds the initial weights. */
  readonly engine: Engine;
  readonly training: ImageSet;
  readonly test: ImageSet;
  /** Decides the order of the images; its state must be the same for the same run. */
  readonly random: Random;
  readonly signal?: AbortSignal;
}

/**
 * A whole training: groups of steps, then the one evaluation on the test images. Pausing is not pulling; stopping
 * is `return()`. `next(stepLimit)` limits how many steps the next group completes.
 * @throws Problem `trainingDiverged` when a loss is no longer a number, and whatever engine and data throw.
 */
export async function* train(run: TrainingRun): AsyncGenerator<TrainingEvent, void, number | undefined> {
  const { config, engine, training, signal } = run;
  const slices = runSlices(config, engine.maxSliceImages, run.random);
  const summarise = stepSummary();
  let groupSize = 1;
  let stepLimit = 1;

  for (;;) {
    const group = takeGroup(slices, groupSize, stepLimit);
    if (group.length === 0) break;
    await training.until(highestIndex(group) + 1, signal);

    const startedAt = performance.now();
    const results = await engine.step(group);
    const groupMs = performance.now() - startedAt;

    const event = summarise(group, results, groupMs);
    stepLimit = (yield event) ?? Infinity;
    const diverged = event.losses.findIndex((loss) => !Number.isFinite(loss));
    if (diverged >= 0) throw new Problem('trainingDiverged', { step: event.firstStep + diverged + 1 });

    groupSize = nextGroupSize(groupSize, group.length, groupMs);
  }

  yield* evaluate(engine, run.test, signal);
}

/** The next slices: at most `size`, and at most so many that they complete `stepLimit` steps. */
function takeGroup(slices: Iterator<PlacedSlice, undefined>, size: number, stepLimit: number): PlacedSlice[] {
  const group: PlacedSlice[] = [];
  let steps = 0;
  while (group.length < size && steps < stepLimit) {
    const { value: slice } = slices.next();
    if (!slice) break;
    group.push(slice);
    if (slice.update) steps++;
  }
  return group;
}

/** Towards GROUP_MS, at most doubling: the first groups also compile. */
function nextGroupSize(size: number, groupLength: number, groupMs: number): number {
  const wanted = Math.round((groupLength * GROUP_MS) / groupMs);
  return Math.max(1, Math.min(wanted, 2 * size));
}

function highestIndex(group: readonly PlacedSlice[]): number {
  return group.reduce((highest, { indices }) => indices.reduce((a, b) => Math.max(a, b), highest), 0);
}

/** Adds slices up to steps, across groups where a step is larger than a group. */
function stepSummary() {
  let lossSum = 0;
  let correctSum = 0;

  return (group: readonly PlacedSlice[], results: readonly SliceResult[], groupMs: number): StepsEvent => {
    const losses: number[] = [];
    const correct: number[] = [];
    group.forEach((slice, i) => {
      lossSum += results[i].lossSum;
      correctSum += results[i].correct;
      if (!slice.update) return;
      losses.push(lossSum / slice.batchSize);
      correct.push(correctSum);
      lossSum = correctSum = 0;
    });
    const last = group[group.length - 1];
    return {
      type: 'steps',
      firstStep: group[0].step,
      losses: Float32Array.from(losses),
      correct: Uint32Array.from(correct),
      epoch: last.epoch,
      epochImages: last.epochImages,
      groupImages: group.reduce((total, { indices }) => total + indices.length, 0),
      groupMs,
    };
  };
}
