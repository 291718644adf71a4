import type { LoadProgress } from '../data/dataset';
import { addNodeReports } from '../engine/addNodeReports';
import type { EngineReport, EngineStage, NodeReport } from '../engine/engine';
import type { ProblemData } from '../lib/problem';
import type { Series } from '../lib/series';
import { emptySeries, extendSeries } from '../lib/series';
import type { TrainingConfig } from '../training/config';
import { imagesPerStep, stepsPerEpoch } from '../training/config';
import type { EvaluationEvent, StepsEvent } from '../training/events';
import type { RunEvent } from '../worker/protocol';

/** What is known of a run at any moment; a pure fold over its events. */
export interface RunRecord {
  readonly runId: number;
  readonly config: TrainingConfig;
  /** What is being done with an engine before the run begins. */
  readonly stage: EngineStage | null;
  readonly engine: EngineReport | null;
  readonly loading: LoadProgress | null;
  /** Mean loss of every step's batch (nats), one entry for each completed step. */
  readonly losses: Series;
  /** Share of right answers since the start of the step's epoch, one entry for each completed step. */
  readonly accuracies: Series;
  /** Training time at the end of every step (ms), one entry for each completed step. */
  readonly stepEndsMs: Series;
  /** Epoch under way, counted from 0, and its images so far. */
  readonly epoch: number;
  readonly epochImages: number;
  /** Right answers in the epoch so far, over completed steps. */
  readonly epochCorrect: number;
  /** Training time without pauses (ms). */
  readonly trainingMs: number;
  /** What each node has done, where several share the work; else empty. */
  readonly nodes: readonly NodeReport[];
  /** Moving average; null before the first group of steps. */
  readonly imagesPerSecond: number | null;
}

export type RunState =
  | { readonly status: 'idle' }
  /** An engine is being made ready, or the first images are on their way. */
  | { readonly status: 'preparing'; readonly record: RunRecord }
  | { readonly status: 'running'; readonly record: RunRecord }
  | { readonly status: 'paused'; readonly record: RunRecord }
  | {
      readonly status: 'evaluating';
      readonly record: RunRecord;
      readonly evaluatedImages: number;
      readonly testImages: number;
    }
  | {
      readonly status: 'done';
      readonly record: RunRecord;
      readonly result: EvaluationEvent;
      readonly elapsedMs: number;
    }
  | { readonly status: 'failed'; readonly record: RunRecord; readonly problem: ProblemData };

export type RunStatus = RunState['status'];

/** The average of the last few seconds: a group's weight falls by e after this long. */
const RATE_MEMORY_MS = 3_000;

/** A run of which nothing has been heard yet. */
export function emptyRecord(runId: number, config: TrainingConfig): RunRecord {
  return {
    runId,
    config,
    stage: null,
    engine: null,
    loading: null,
    losses: emptySeries(),
    accuracies: emptySeries(),
    stepEndsMs: emptySeries(),
    epoch: 0,
    epochImages: 0,
    epochCorrect: 0,
    trainingMs: 0,
    nodes: [],
    imagesPerSecond: null,
  };
}

export function startRun(runId: number, config: TrainingConfig): RunState {
  return { status: 'preparing', record: emptyRecord(runId, config) };
}

/** The next state. Events of any other run than the present one change nothing. */
export function reduceRun(state: RunState, runId: number, event: RunEvent): RunState {
  if (state.status === 'idle' || state.record.runId !== runId) return state;
  const { record } = state;
  switch (event.type) {
    case 'stage':
      return { ...state, record: { ...record, stage: event.stage } };
    case 'engine':
      return { ...state, record: { ...record, engine: event.engine } };
    case 'loading':
      return { ...state, record: { ...record, loading: event.progress } };
    case 'ready':
      return { status: event.paused ? 'paused' : 'running', record };
    case 'paused':
      return { status: 'paused', record };
    case 'resumed':
      return { status: 'running', record };
    case 'steps':
      return { ...state, record: addSteps(record, event) };
    case 'evaluating':
      return {
        status: 'evaluating',
        record,
        evaluatedImages: event.evaluatedImages,
        testImages: event.imageCount,
      };
    case 'evaluated':
      return { status: 'done', record, result: event, elapsedMs: record.trainingMs };
    case 'done':
      return state.status === 'done' ? { ...state, elapsedMs: event.elapsedMs } : state;
    case 'failed':
      return { status: 'failed', record, problem: event.problem };
  }
}

function addSteps(record: RunRecord, event: StepsEvent): RunRecord {
  const { config } = record;
  const batch = imagesPerStep(config);
  const lastStepOfEpoch = stepsPerEpoch(config) - 1;
  const { firstStep, losses, correct } = event;

  const accuracies = new Float32Array(losses.length);
  const stepEndsMs = new Float32Array(losses.length);
  let { epochCorrect } = record;
  for (let i = 0; i < losses.length; i++) {
    const stepOfEpoch = (firstStep + i) % (lastStepOfEpoch + 1);
    if (stepOfEpoch === 0) epochCorrect = 0;
    epochCorrect += correct[i];
    const images = stepOfEpoch === lastStepOfEpoch ? config.imageCount : (stepOfEpoch + 1) * batch;
    accuracies[i] = epochCorrect / images;
    stepEndsMs[i] = record.trainingMs + (event.groupMs * (i + 1)) / losses.length;
  }

  const rate = (1000 * event.groupImages) / Math.max(event.groupMs, 0.1);
  const keep = record.imagesPerSecond === null ? 0 : Math.exp(-event.groupMs / RATE_MEMORY_MS);
  return {
    ...record,
    losses: extendSeries(record.losses, losses),
    accuracies: extendSeries(record.accuracies, accuracies),
    stepEndsMs: extendSeries(record.stepEndsMs, stepEndsMs),
    epoch: event.epoch,
    epochImages: event.epochImages,
    epochCorrect,
    trainingMs: record.trainingMs + event.groupMs,
    nodes: addNodeReports(record.nodes, event.nodes),
    imagesPerSecond: keep * (record.imagesPerSecond ?? 0) + (1 - keep) * rate,
  };
}

/** Images the run goes through, and those it has been through. */
export function runProgress(record: RunRecord): {
  seenImages: number;
  totalImages: number;
  etaMs: number | null;
} {
  const { config } = record;
  const totalImages = config.imageCount * config.epochs;
  const seenImages = record.epoch * config.imageCount + record.epochImages;
  const etaMs =
    record.imagesPerSecond === null ? null : (1000 * (totalImages - seenImages)) / record.imagesPerSecond;
  return { seenImages, totalImages, etaMs };
}
