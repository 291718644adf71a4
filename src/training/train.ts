import type { ImageSet } from '../data/imageSet';
import type { Engine } from '../engine/engine';
import { nextTask } from '../lib/nextTask';
import { Problem } from '../lib/problem';
import type { Random } from '../lib/random';
import type { TrainingConfig } from './config';
import { evaluate } from './evaluate';
import type { StepsEvent, TrainingEvent } from './events';
import type { PlacedSlice } from './slices';
import { runSlices } from './slices';
import { createStepsReport } from './stepsReport';

/** Results are read back this often (ms), and between two groups of steps a prediction can be made: few would notice the wait. */
const GROUP_MS = 25;
/** What groups measured is told about ten times a second: the page cannot show more. */
const REPORT_MS = 90;

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
  const slices = lookAhead(runSlices(config, engine.maxSliceImages, run.random));
  const report = createStepsReport();
  let groupSize = 1;
  let stepLimit = 1;

  async function* tell(): AsyncGenerator<StepsEvent, void, number | undefined> {
    const event = report.tell();
    stepLimit = (yield event) ?? Infinity;
    const diverged = event.losses.findIndex((loss) => !Number.isFinite(loss));
    if (diverged >= 0) throw new Problem('trainingDiverged', { step: event.firstStep + diverged + 1 });
  }

  for (let next = slices.next(); next; next = slices.next()) {
    const needed = highestIndex(next) + 1;
    if (needed > training.loadedCount) {
      if (!report.isEmpty()) yield* tell();
      await training.until(needed, signal);
    }
    const group = takeGroup(slices, groupSize, stepLimit - report.steps(), training.loadedCount);

    const startedAt = performance.now();
    const results = await engine.step(group);
    const groupMs = performance.now() - startedAt;

    report.add(group, results, groupMs, engine.nodeReports);
    groupSize = nextGroupSize(groupSize, group.length, groupMs);
    if (report.groupMs() >= REPORT_MS || report.steps() >= stepLimit) yield* tell();
    else await nextTask();
  }
  if (!report.isEmpty()) yield* tell();

  yield* evaluate(engine, run.test, signal);
}

/** Slices one can look at before they are taken. */
interface Upcoming {
  /** The next slice, which stays; undefined after the last. */
  next(): PlacedSlice | undefined;
  take(): PlacedSlice;
}

function lookAhead(slices: Iterator<PlacedSlice, undefined>): Upcoming {
  let first = slices.next().value;
  return {
    next: () => first,
    take() {
      const taken = first!;
      first = slices.next().value;
      return taken;
    },
  };
}

/** The next slices whose images are loaded: at most `size`, and at most so many that they complete `stepLimit` steps. */
function takeGroup(slices: Upcoming, size: number, stepLimit: number, loadedCount: number): PlacedSlice[] {
  const group: PlacedSlice[] = [];
  let steps = 0;
  for (let next = slices.next(); next; next = slices.next()) {
    if (group.length >= size || steps >= stepLimit || highestIndex(next) >= loadedCount) break;
    group.push(slices.take());
    if (next.update) steps++;
  }
  return group;
}

/** Towards GROUP_MS, at most doubling: the first groups also compile. */
function nextGroupSize(size: number, groupLength: number, groupMs: number): number {
  const wanted = Math.round((groupLength * GROUP_MS) / groupMs);
  return Math.max(1, Math.min(wanted, 2 * size));
}

function highestIndex({ indices }: PlacedSlice): number {
  return indices.reduce((highest, index) => Math.max(highest, index), 0);
}
