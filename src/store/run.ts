import type { LoadProgress } from '../data/dataset';
import { addNodeReports } from '../engine/addNodeReports';
import type { EngineReport, EngineStage, NodeReport } from '../engine/engine';
import type { ProblemData } from '../lib/problem';
import type { Series } from '../lib/series';
import { emptySeries, extendSeries } from '../lib/series';
import type { Checkpoint, Validation } from '../training/checkpoint';
import type { TrainingConfig } from '../training/config';
import { imagesPerStep, stepsPerEpoch, trainedImages, withRateChange } from '../training/config';
import type { DeadUnits } from '../training/deadUnits';
import type { EvaluationEvent, StepsEvent } from '../training/events';
import type { StepInspection } from '../training/inspectStep';
import type { RunHistory } from '../training/runHistory';
import { emptyHistory, growingHistory, historyUntil, plainHistory, withSteps } from '../training/runHistory';
import { runningAccuracy } from '../training/runningAccuracy';
import type { RunEvent } from '../worker/protocol';

/** What is known of a run at any moment; a pure fold over its events. Its history has one entry for each completed step. */
export interface RunRecord extends RunHistory {
  readonly runId: number;
  readonly config: TrainingConfig;
  /** What is being done with an engine before the run begins. */
  readonly stage: EngineStage | null;
  readonly engine: EngineReport | null;
  readonly loading: LoadProgress | null;
  /** Share of right answers since the start of the step's epoch, one entry for each completed step. */
  readonly accuracies: Series;
  /** After each epoch, where images are held out. */
  readonly validations: readonly Validation[];
  /** Epoch under way, counted from 0, and its images so far. */
  readonly epoch: number;
  readonly epochImages: number;
  /** Right answers in the epoch so far, over completed steps. */
  readonly epochCorrect: number;
  /** What each node has done, where several share the work; else empty. */
  readonly nodes: readonly NodeReport[];
  /** Moving average; null before the first group of steps. */
  readonly imagesPerSecond: number | null;
  /** What one of the last steps did; null where none was looked into. */
  readonly inspection: StepInspection | null;
  /** As of the last checkpoint. */
  readonly deadUnits: readonly DeadUnits[];
  /** Why the run is back at an earlier step; null once it goes on. */
  readonly setback: ProblemData | null;
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
      /** SHA-256 of the final weights; null until it has been computed. */
      readonly weightsHash: string | null;
    }
  | { readonly status: 'failed'; readonly record: RunRecord; readonly problem: ProblemData };

export type RunStatus = RunState['status'];

/** The average of the last few seconds: a group's weight falls by e after this long. */
const RATE_MEMORY_MS = 3_000;

/** A run of which nothing has been heard yet. */
export function emptyRecord(runId: number, config: TrainingConfig): RunRecord {
  return {
    ...emptyHistory(),
    runId,
    config,
    stage: null,
    engine: null,
    loading: null,
    accuracies: emptySeries(),
    validations: [],
    epoch: 0,
    epochImages: 0,
    epochCorrect: 0,
    nodes: [],
    imagesPerSecond: null,
    inspection: null,
    deadUnits: [],
    setback: null,
  };
}

/** A run as it was when it had been saved. */
export function recordOf(
  runId: number,
  { config, step, history, validations }: Pick<Checkpoint, 'config' | 'step' | 'history' | 'validations'>,
): RunRecord {
  const perEpoch = stepsPerEpoch(config);
  const epoch = Math.min(Math.floor(step / perEpoch), config.epochs - 1);
  const { accuracies, epochCorrect } = runningAccuracy(config, history.correct);
  return {
    ...emptyRecord(runId, config),
    ...growingHistory(history),
    accuracies: extendSeries(emptySeries(), accuracies),
    validations,
    epoch,
    epochImages: Math.min((step - epoch * perEpoch) * imagesPerStep(config), trainedImages(config)),
    epochCorrect,
  };
}

/** Null where there is no run. */
export function runIdOf(state: RunState): number | null {
  return state.status === 'idle' ? null : state.record.runId;
}

export function startRun(record: RunRecord): RunState {
  return { status: 'preparing', record };
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
    case 'validated':
      return {
        ...state,
        record: { ...record, validations: [...record.validations, event.validation] },
      };
    case 'inspected':
      return { ...state, record: { ...record, inspection: event.inspection } };
    case 'checkpoint':
      return { ...state, record: { ...record, deadUnits: event.deadUnits } };
    case 'rateChanged': {
      const { step, learningRate } = event.change;
      return { ...state, record: { ...record, config: withRateChange(record.config, step, learningRate) } };
    }
    case 'rolledBack':
      return { status: 'paused', record: rolledBack(record, event) };
    case 'evaluating':
      return {
        status: 'evaluating',
        record,
        evaluatedImages: event.evaluatedImages,
        testImages: event.imageCount,
      };
    case 'evaluated':
      return { status: 'done', record, result: event, elapsedMs: record.trainingMs, weightsHash: null };
    case 'done':
      if (state.status !== 'done') return state;
      return { ...state, elapsedMs: event.elapsedMs, weightsHash: event.weightsHash };
    case 'failed':
      return { status: 'failed', record, problem: event.problem };
  }
}

function addSteps(record: RunRecord, event: StepsEvent): RunRecord {
  const { epochCorrect } = record;
  const counted = runningAccuracy(record.config, event.correct, { step: event.firstStep, epochCorrect });
  const rate = (1000 * event.groupImages) / Math.max(event.groupMs, 0.1);
  const keep = record.imagesPerSecond === null ? 0 : Math.exp(-event.groupMs / RATE_MEMORY_MS);
  return {
    ...record,
    ...withSteps(record, event),
    accuracies: extendSeries(record.accuracies, counted.accuracies),
    epoch: event.epoch,
    epochImages: event.epochImages,
    epochCorrect: counted.epochCorrect,
    nodes: addNodeReports(record.nodes, event.nodes),
    imagesPerSecond: keep * (record.imagesPerSecond ?? 0) + (1 - keep) * rate,
    setback: null,
  };
}

function rolledBack(record: RunRecord, event: Extract<RunEvent, { type: 'rolledBack' }>): RunRecord {
  const { step, rateChanges, problem } = event;
  const { runId, engine, loading, nodes, deadUnits } = record;
  const history = plainHistory(historyUntil(record, step));
  const validations = record.validations.filter((validation) => validation.step <= step);
  const config = { ...record.config, rateChanges };
  const restored = recordOf(runId, { config, step, history, validations });
  return { ...restored, engine, loading, nodes, deadUnits, setback: problem };
}

/** Images the run goes through, and those it has been through. */
export function runProgress(record: RunRecord): {
  seenImages: number;
  totalImages: number;
  etaMs: number | null;
} {
  const { config } = record;
  const totalImages = trainedImages(config) * config.epochs;
  const seenImages = record.epoch * trainedImages(config) + record.epochImages;
  const etaMs =
    record.imagesPerSecond === null ? null : (1000 * (totalImages - seenImages)) / record.imagesPerSecond;
  return { seenImages, totalImages, etaMs };
}
