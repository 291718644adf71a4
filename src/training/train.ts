import type { EpochOrders } from '../data/epochOrders';
import type { ImageSet } from '../data/imageSet';
import type { Engine } from '../engine/engine';
import { nextTask } from '../lib/nextTask';
import { Problem } from '../lib/problem';
import type { TrainingConfig } from './config';
import { evaluate } from './evaluate';
import type { StepsEvent, TrainingEvent } from './events';
import type { PlacedSlice } from './slices';
import { runSlices } from './slices';
import { createStepsReport } from './stepsReport';
import type { Upcoming } from './upcoming';
import { lookAhead } from './upcoming';
import type { HeldOut } from './heldOut';

/** Results are read back this often (ms), and between two groups of steps a prediction can be made: few would notice the wait. */
const GROUP_MS = 16;
/** What groups measured is told about ten times a second: the page cannot show more. */
const REPORT_MS = 90;
/** A loss above this (nats) is as lost as one that is not a number: the model is wrong, and surer than e¹⁰⁰⁰ to 1. */
const LARGEST_LOSS = 1_000;
export const isLost = (loss: number): boolean => !(loss <= LARGEST_LOSS);

export interface TrainingRun {
  readonly config: TrainingConfig;
  /** Holds the weights and optimizer state to begin with. */
  readonly engine: Engine;
  readonly training: ImageSet;
  readonly test: ImageSet;
  /** Decides the order of the images. */
  readonly orders: EpochOrders;
  /** Steps that have been done before. */
  readonly firstStep: number;
  /** The learning rate of a step; asked when the step is begun. */
  readonly rateOf: (step: number) => number;
  /** Scores the images held out; null where there are none. */
  readonly heldOut: HeldOut | null;
  readonly signal?: AbortSignal;
}

/**
 * A whole training: groups of steps, then the one evaluation on the test images. Pausing is not pulling; stopping
 * is `return()`. `next(stepLimit)` limits how many steps the next group completes.
 * @throws Problem `trainingDiverged` when a loss is no longer a number or beyond all bounds, and whatever engine and data throw.
 */
export async function* train(run: TrainingRun): AsyncGenerator<TrainingEvent, void, number | undefined> {
  const { config, engine, training, heldOut, signal } = run;
  const slices = lookAhead(runSlices(config, engine.maxSliceImages, run.orders, run.firstStep), run.rateOf);
  const report = createStepsReport();
  let groupSize = 1;
  let stepLimit = 1;

  async function* tell(): AsyncGenerator<StepsEvent, void, number | undefined> {
    const event = report.tell();
    stepLimit = (yield event) ?? Infinity;
    const diverged = event.losses.findIndex(isLost);
    if (diverged >= 0) {
      const step = event.firstStep + diverged + 1;
      throw new Problem('trainingDiverged', { step, rate: run.rateOf(step - 1) });
    }
  }

  let stepsDone = run.firstStep;
  for (;;) {
    if (heldOut?.isDue(stepsDone)) {
      if (!report.isEmpty()) yield* tell();
      yield await heldOut.score(engine, stepsDone, signal);
    }
    const next = slices.next();
    if (!next || heldOut?.isOver()) break;

    const needed = highestIndex(next) + 1;
    if (needed > training.loadedCount) {
      if (!report.isEmpty()) yield* tell();
      await training.until(needed, signal);
    }
    const group = takeGroup(slices, groupSize, stepLimit - report.steps(), training.loadedCount);

    const startedAt = performance.now();
    const results = await engine.step(group);
    const groupMs = performance.now() - startedAt;

    stepsDone += group.filter(({ endsStep }) => endsStep).length;
    report.add(group, results, groupMs, engine.nodeReports);
    groupSize = nextGroupSize(groupSize, group.length, groupMs);
    if (report.groupMs() >= REPORT_MS || report.steps() >= stepLimit) yield* tell();
    else await nextTask();
  }
  if (!report.isEmpty()) yield* tell();

  await heldOut?.restoreBest(engine);
  yield* evaluate(engine, run.test, signal);
}

/** The next slices whose images are loaded, up to the end of an epoch: at most `size`, and at most so many that they complete `stepLimit` steps. */
function takeGroup(slices: Upcoming, size: number, stepLimit: number, loadedCount: number): PlacedSlice[] {
  const group: PlacedSlice[] = [];
  let steps = 0;
  for (let next = slices.next(); next; next = slices.next()) {
    if (group.length >= size || steps >= stepLimit || highestIndex(next) >= loadedCount) break;
    group.push(slices.take());
    if (next.endsStep) steps++;
    if (next.endsEpoch) break;
  }
  return group;
}

/** Towards GROUP_MS, at most doubling: the first groups also compile. */
function nextGroupSize(size: number, groupLength: number, groupMs: number): number {
  const wanted = Math.round((groupLength * GROUP_MS) / groupMs);
  return Math.max(1, Math.min(wanted, 2 * size));
}

function highestIndex({ indices }: Pick<PlacedSlice, 'indices'>): number {
  return indices.reduce((highest, index) => Math.max(highest, index), 0);
}
