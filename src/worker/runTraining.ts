import type { Dataset } from '../data/dataset';
import type { OpenedEngine } from '../engine/choose';
import { openEngine } from '../engine/choose';
import type { Engine, EngineReport, EngineState, Measurement } from '../engine/engine';
import { oneAtATime } from '../engine/oneAtATime';
import { nextTask } from '../lib/nextTask';
import { Problem, problemData } from '../lib/problem';
import { decodeCheckpoint, weightsHash } from '../training/checkpointFile';
import type { TrainingConfig } from '../training/config';
import type { WeightPlace } from '../training/inspectStep';
import type { HandDigits, Score } from '../training/learnHand';
import { scoreOwn } from '../training/learnHand';
import { engineRequest, requestFromCheckpoint } from './engineRequest';
import type { ReadWeights } from './explainer';
import { createGate } from './gate';
import type { HandLesson } from './learnHandOf';
import { learnHandOf } from './learnHandOf';
import type { Command, Prediction, RunEvent } from './protocol';
import type { RunInProgress } from './runInProgress';
import { openRun } from './runInProgress';
import { trainingDataset } from './trainingDataset';

/** A run that has been started. It keeps its engine, for predictions, until it is abandoned. */
export interface RunHandle {
  obey(command: Exclude<Command, { type: 'train' | 'reset' }>): void;
  /** What the present weights read in a digit; null while the engine is being opened and after a failure. */
  predict(digit: Uint8Array): Promise<Prediction | null>;
  /** The present weights, to be looked at; null where there is nothing to predict with. */
  weights(): Promise<ReadWeights | null>;
  /** How the present weights do on a visitor's digits; null where there is nothing to read with. */
  testHand(hand: HandDigits): Promise<Score | null>;
  /** Goes on with weights that are fine-tuned to a visitor's digits; null where the run is not done. */
  learnHand(hand: HandDigits): Promise<HandLesson | null>;
  /** Back to the run's own weights. */
  forgetHand(): Promise<void>;
  /** Resolves when everything the run held has been freed. */
  abandon(): Promise<void>;
}

export function runTraining(options: {
  config: TrainingConfig;
  paused: boolean;
  /** What was measured before; empty lets several engines be measured. */
  known: readonly Measurement[];
  /** The file of a checkpoint to go on from; null begins at step 0. */
  from: Uint8Array | null;
  openDataset: () => Promise<Dataset>;
  /** The run waits for this before it takes the device. */
  after: Promise<unknown>;
  emit: (event: RunEvent) => void;
}): RunHandle {
  const { config } = options;
  const abandoned = new AbortController();
  const { signal } = abandoned;
  const emit = (event: RunEvent) => {
    if (!signal.aborted) options.emit(event);
  };
  const gate = createGate(options.paused);
  let engine: Engine | null = null;
  let run: RunInProgress | null = null;
  let opened: OpenedEngine | null = null;
  let told: EngineReport | null = null;
  let isToSave = false;
  let inspected: WeightPlace | null = null;
  /** What the run ended with; null until then. */
  let final: { readonly state: EngineState; readonly dataset: Dataset } | null = null;

  /** Says what computes, and again when something was lost since: in a step or in a prediction, which may come after the end. */
  function tellEngine(): void {
    if (!opened || opened.engine.losses.length === told?.losses.length) return;
    told = opened.report;
    emit({ type: 'engine', engine: told });
  }

  async function live(): Promise<void> {
    await options.after;
    const dataset = trainingDataset(config, await options.openDataset());
    signal.throwIfAborted();
    const from = options.from && decodeCheckpoint(options.from);
    const opening = openEngine({
      ...(from ? requestFromCheckpoint(from) : engineRequest(config)),
      trainingImages: dataset.training,
      known: options.known,
      onStage: (stage) => emit({ type: 'stage', stage }),
    });
    // Whoever waits for the images is told of a load that fails; and `opened` of an engine that does.
    dataset
      .load(config.imageCount, {
        after: opening.catch(() => undefined),
        signal,
        onProgress: (progress) => emit({ type: 'loading', progress }),
      })
      .catch(() => undefined);
    opened = await opening;
    engine = oneAtATime(opened.engine);
    tellEngine();
    if (from) await engine.writeState(from.state);
    run = openRun({ config, engine, dataset, from, signal });
    await run.ready();

    let isHeld = gate.isClosed();
    emit({ type: 'ready', paused: isHeld });
    await save(run);
    for (;;) {
      // Commands and questions that arrived meanwhile come first.
      await nextTask();
      signal.throwIfAborted();
      if (isToSave || run.isCheckpointDue()) await save(run);
      if (gate.isClosed()) {
        if (!isHeld) {
          emit({ type: 'paused' });
          await save(run);
        }
        isHeld = true;
        await gate.opened();
        continue;
      }
      if (isHeld && gate.stepLimit() === Infinity) {
        isHeld = false;
        emit({ type: 'resumed' });
      }
      try {
        const isOver = await advance(run);
        if (isOver) break;
      } catch (error) {
        if (!(error instanceof Problem) || error.data.code !== 'trainingDiverged') throw error;
        gate.close();
        isHeld = true;
        emit({ type: 'rolledBack', ...(await run.rollBack()), problem: error.data });
      }
    }
    emitCheckpoint(await run.finalCheckpoint());
    final = { state: await engine.readState(), dataset };
    emit({ type: 'done', elapsedMs: run.elapsedMs(), weightsHash: weightsHash(final.state.weights) });
  }

  /** @returns whether that was the end */
  async function advance(run: RunInProgress): Promise<boolean> {
    const { event, inspection } = await run.advance(gate.stepLimit(), inspected);
    if (!event) return true;
    if (event.type === 'steps') gate.pass(event.losses.length);
    emit(event);
    if (inspection) emit({ type: 'inspected', inspection });
    tellEngine();
    return false;
  }

  async function save(run: RunInProgress): Promise<void> {
    isToSave = false;
    emitCheckpoint(await run.checkpoint());
  }

  function emitCheckpoint(checkpoint: Awaited<ReturnType<RunInProgress['checkpoint']>>): void {
    if (checkpoint) emit({ type: 'checkpoint', ...checkpoint });
  }

  async function free(): Promise<void> {
    const held = engine;
    engine = null;
    await held?.dispose();
  }

  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
  const freed = live()
    .catch(async (error: unknown) => {
      await free();
      emit({ type: 'failed', problem: problemData(error) });
    })
    .then(() => ended)
    .then(free);

  function obey(command: Parameters<RunHandle['obey']>[0]): void {
    switch (command.type) {
      case 'pause':
        return gate.close();
      case 'resume':
        return gate.open(Infinity);
      case 'step':
        return gate.open(1);
      case 'save':
        isToSave = true;
        return gate.wake();
      case 'inspect':
        inspected = command.place;
        return;
      case 'changeRate': {
        const change = run?.changeRate(command.learningRate);
        if (change) emit({ type: 'rateChanged', change });
      }
    }
  }

  return {
    obey: (command) => {
      if (!signal.aborted) obey(command);
    },
    async predict(digit) {
      if (!engine || signal.aborted) return null;
      const prediction = { step: run?.step() ?? 0, probabilities: await engine.predict(digit) };
      tellEngine();
      return prediction;
    },
    async weights() {
      if (!engine || signal.aborted) return null;
      const step = run?.step() ?? 0;
      const { weights } = await engine.readState();
      tellEngine();
      return { preset: config.preset, step, weights };
    },
    async testHand(hand) {
      return engine && !signal.aborted ? scoreOwn(engine, hand, signal) : null;
    },
    async learnHand(hand) {
      if (!engine || !final || signal.aborted) return null;
      const { state, dataset } = final;
      const { lesson, weights } = await learnHandOf(config, state.weights, hand, dataset, signal);
      await engine.writeState({ ...state, weights });
      return lesson;
    },
    async forgetHand() {
      if (final) await engine?.writeState(final.state);
    },
    abandon() {
      abandoned.abort();
      gate.open(Infinity);
      return freed;
    },
  };
}
