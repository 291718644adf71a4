import { nextTask } from '../lib/nextTask';
import type { ProblemData } from '../lib/problem';
import { Problem } from '../lib/problem';
import type { Engine, EngineOptions, EngineState, Refusal, Slice, SliceResult } from './engine';
import { engineLabels, graphicsEngines } from './engine';
import { initialOptimizerState } from './optimizer';

/**
 * Between two snapshots lies this many times what reading one takes: they cost 3 % of the time at most, and what has to be
 * done again after a loss took no longer than that.
 */
const SNAPSHOT_INTERVAL = 30;

export const canBeLost = ({ name }: Engine): boolean => graphicsEngines.includes(name);

/**
 * The same engine; but when its device is lost, the next takes over, and nothing is lost: it begins with the last state that was
 * read back, does again the slices done since, and then what failed. Slices that were handed over must not change afterwards.
 *
 * @param openNext opens an engine instead of the lost one, which has been disposed of; null if there is none
 */
export function withSuccessors(
  first: Engine,
  { weights, optimizer }: Pick<EngineOptions, 'weights' | 'optimizer'>,
  openNext: (lost: Refusal) => Promise<Engine | null>,
): Engine {
  let engine = first;
  let isOpen = true;
  const mended: ProblemData[] = [];

  let snapshot: EngineState = { weights, optimizer: initialOptimizerState(optimizer, weights) };
  let slicesSince: Slice[] = [];
  let snapshotAt = performance.now();
  /** What reading a state takes here (ms); none has been read yet, so the first step is followed by one. */
  let readMs = 0;

  /** Does it, and where the device is lost on the way does it again on the next, from the same state. */
  async function survive<Result>(work: () => Promise<Result>): Promise<Result> {
    let attempt = work;
    for (;;) {
      try {
        return await attempt();
      } catch (error) {
        if (!(error instanceof Problem) || error.data.code !== 'deviceLost') throw error;
        await replace(error);
        attempt = async () => {
          await catchUp();
          return work();
        };
      }
    }
  }

  /** @throws the loss itself where no engine is left */
  async function replace(loss: Problem): Promise<void> {
    // A dead device holds nothing any more; that it cannot even be freed is no reason to stop.
    await close().catch(() => undefined);
    const next = await openNext({ name: engine.name, problem: loss.data });
    if (!next) throw loss;
    const { detail } = loss.data.values;
    const values = { detail, step: stepsDone(), engine: engineLabels[next.name] };
    mended.push(...engine.losses, new Problem('deviceReplaced', values).data);
    engine = next;
    isOpen = true;
    readMs = 0;
  }

  const stepsDone = () => snapshot.optimizer.step + slicesSince.filter(({ update }) => update).length;

  async function catchUp(): Promise<void> {
    await engine.writeState(snapshot);
    await stepOneByOne(slicesSince);
  }

  /** Slices may have been cut for an engine that takes more at a time. */
  function step(slices: readonly Slice[]): Promise<SliceResult[]> {
    const fit = slices.every(({ indices }) => indices.length <= engine.maxSliceImages);
    return fit ? engine.step(slices) : stepOneByOne(slices);
  }

  /** What was little work for the lost engine may be much for this one: messages are received on the way. */
  async function stepOneByOne(slices: readonly Slice[]): Promise<SliceResult[]> {
    const results: SliceResult[] = [];
    for (const slice of slices) {
      const parts: SliceResult[] = [];
      for (const part of cut(slice, engine.maxSliceImages)) {
        parts.push(...(await engine.step([part])));
        await nextTask();
      }
      results.push(sumOf(parts));
    }
    return results;
  }

  async function evaluate(images: Uint8Array, labels: Uint8Array): Promise<SliceResult> {
    const { maxSliceImages } = engine;
    const pixels = images.length / labels.length;
    const parts: SliceResult[] = [];
    for (let start = 0; start < labels.length; start += maxSliceImages) {
      const end = start + maxSliceImages;
      const part = images.subarray(start * pixels, end * pixels);
      parts.push(await engine.evaluate(part, labels.subarray(start, end)));
    }
    return sumOf(parts);
  }

  /** What a batch under way has summed up is not part of a state: only between two steps is it complete. */
  function isSnapshotDue(): boolean {
    if (!canBeLost(engine) || !slicesSince.at(-1)?.update) return false;
    return performance.now() - snapshotAt >= SNAPSHOT_INTERVAL * readMs;
  }

  async function takeSnapshot(): Promise<void> {
    const startedAt = performance.now();
    snapshot = await engine.readState();
    slicesSince = [];
    snapshotAt = performance.now();
    readMs = snapshotAt - startedAt;
  }

  async function close(): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await engine.dispose();
  }

  return {
    get name() {
      return engine.name;
    },
    get device() {
      return engine.device;
    },
    get nodes() {
      return engine.nodes;
    },
    get nodeReports() {
      return engine.nodeReports;
    },
    get losses() {
      return [...mended, ...engine.losses];
    },
    get maxSliceImages() {
      return engine.maxSliceImages;
    },

    async step(slices) {
      const results = await survive(() => step(slices));
      if (canBeLost(engine)) {
        slicesSince.push(...slices);
        await survive(async () => {
          if (isSnapshotDue()) await takeSnapshot();
        });
      }
      return results;
    },
    evaluate: (images, labels) => survive(() => evaluate(images, labels)),
    predict: (images) => survive(() => engine.predict(images)),
    readState: () => survive(() => engine.readState()),
    writeState(state) {
      snapshot = state;
      slicesSince = [];
      return survive(() => engine.writeState(state));
    },
    dispose: close,
  };
}

/** The slice in parts of at most `maxImages`, the last of which carries the update. */
function cut(slice: Slice, maxImages: number): Slice[] {
  const { length } = slice.indices;
  return Array.from({ length: Math.ceil(length / maxImages) }, (_, i) => {
    const start = i * maxImages;
    const end = start + maxImages;
    return {
      ...slice,
      indices: slice.indices.subarray(start, end),
      offset: slice.offset + start,
      update: end < length ? null : slice.update,
    };
  });
}

function sumOf(parts: readonly SliceResult[]): SliceResult {
  return {
    lossSum: parts.reduce((sum, { lossSum }) => sum + lossSum, 0),
    correct: parts.reduce((sum, { correct }) => sum + correct, 0),
  };
}
