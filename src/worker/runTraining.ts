import type { Dataset } from '../data/dataset';
import type { OpenedEngine } from '../engine/choose';
import { openEngine } from '../engine/choose';
import type { Engine, EngineReport, Measurement } from '../engine/engine';
import { oneAtATime } from '../engine/oneAtATime';
import { nextTask } from '../lib/nextTask';
import { problemData } from '../lib/problem';
import { createRandom } from '../lib/random';
import type { TrainingConfig } from '../training/config';
import { train } from '../training/train';
import { engineRequest } from './engineRequest';
import { createGate } from './gate';
import type { Command, Prediction, RunEvent } from './protocol';

/** A run that has been started. It keeps its engine, for predictions, until it is abandoned. */
export interface RunHandle {
  obey(command: Extract<Command, { type: 'pause' | 'resume' | 'step' }>): void;
  /** What the present weights read in a digit; null while the engine is being opened and after a failure. */
  predict(digit: Uint8Array): Promise<Prediction | null>;
  /** Resolves when everything the run held has been freed. */
  abandon(): Promise<void>;
}

export function runTraining(options: {
  config: TrainingConfig;
  paused: boolean;
  /** What was measured before; empty lets several engines be measured. */
  known: readonly Measurement[];
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
  let step = 0;
  let opened: OpenedEngine | null = null;
  let told: EngineReport | null = null;

  /** Says what computes, and again when something was lost since: in a step or in a prediction, which may come after the end. */
  function tellEngine(): void {
    if (!opened || opened.engine.losses.length === told?.losses.length) return;
    told = opened.report;
    emit({ type: 'engine', engine: told });
  }

  async function live(): Promise<void> {
    await options.after;
    const dataset = await options.openDataset();
    signal.throwIfAborted();
    const random = createRandom(config.seed);
    const opening = openEngine({
      ...engineRequest(config, random),
      choice: config.engine,
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
    let isHeld = gate.isClosed();
    emit({ type: 'ready', paused: isHeld });

    const { training, test } = dataset;
    const events = train({ config, engine, training, test, random, signal });
    let elapsedMs = 0;
    for (;;) {
      // Commands and questions that arrived meanwhile come first.
      await nextTask();
      signal.throwIfAborted();
      if (gate.isClosed()) {
        if (!isHeld) emit({ type: 'paused' });
        isHeld = true;
        await gate.opened();
        continue;
      }
      if (isHeld && gate.stepLimit() === Infinity) {
        isHeld = false;
        emit({ type: 'resumed' });
      }
      const startedAt = performance.now();
      const { value: event, done } = await events.next(gate.stepLimit());
      elapsedMs += performance.now() - startedAt;
      if (done) break;
      if (event.type === 'steps') {
        step += event.losses.length;
        gate.pass(event.losses.length);
      }
      emit(event);
      tellEngine();
    }
    emit({ type: 'done', elapsedMs });
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

  return {
    obey({ type }) {
      if (signal.aborted) return;
      if (type === 'pause') gate.close();
      else gate.open(type === 'step' ? 1 : Infinity);
    },
    async predict(digit) {
      if (!engine || signal.aborted) return null;
      const prediction = { step, probabilities: await engine.predict(digit) };
      tellEngine();
      return prediction;
    },
    abandon() {
      abandoned.abort();
      gate.open(Infinity);
      return freed;
    },
  };
}
