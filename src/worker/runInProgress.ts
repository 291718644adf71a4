import type { Dataset } from '../data/dataset';
import { createEpochOrders } from '../data/epochOrders';
import type { Engine, EngineState } from '../engine/engine';
import { createRandom } from '../lib/random';
import { seriesValues } from '../lib/series';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import type { Checkpoint } from '../training/checkpoint';
import { encodeCheckpoint } from '../training/checkpointFile';
import type { RateChange, TrainingConfig } from '../training/config';
import { stepsPerEpoch, trainedImages, withRateChange } from '../training/config';
import { deadUnits } from '../training/deadUnits';
import type { TrainingEvent } from '../training/events';
import { createHeldOut } from '../training/heldOut';
import type { StepInspection, WeightPlace } from '../training/inspectStep';
import { inspectStep } from '../training/inspectStep';
import { optimizerSpec } from '../training/optimizerSpec';
import { rateOf } from '../training/rateOf';
import type { RunHistory } from '../training/runHistory';
import { emptyHistory, growingHistory, plainHistory, withSteps } from '../training/runHistory';
import { isLost, train } from '../training/train';
import type { RunEvent } from './protocol';

/** Checkpoints are this much training time apart at least (ms), and at first this share of the time trained: much happens early. */
const CHECKPOINT_INTERVAL_MS = { shortest: 1_000, longest: 5_000, growth: 0.25 };
/** Of the training time, inspecting steps takes one part in so many. */
const INSPECTION_COST = 30;
/** Images in which dead units are looked for. */
const DEAD_UNIT_IMAGES = 16;

type CheckpointEvent = Omit<Extract<RunEvent, { type: 'checkpoint' }>, 'type'>;

/** A training that can be looked at, saved and taken back between the events it yields. Nothing here may overlap. */
export interface RunInProgress {
  /** Resolves when the first images are there. */
  ready(): Promise<void>;
  /** Completed steps. */
  step(): number;
  /** Training time without pauses (ms). */
  elapsedMs(): number;
  /** The next event, of at most so many steps; null after the last. Looks into a step where that is wanted and due. */
  advance(
    stepLimit: number,
    inspected: WeightPlace | null,
  ): Promise<{ event: TrainingEvent | null; inspection: StepInspection | null }>;
  isCheckpointDue(): boolean;
  /** Where the run is now; null where nothing has happened since the last checkpoint, or the weights are not numbers any more. */
  checkpoint(): Promise<CheckpointEvent | null>;
  /** The same after the last event, when the best weights may have been put back. */
  finalCheckpoint(): Promise<CheckpointEvent | null>;
  /** Back to the last checkpoint that is known to be good. */
  rollBack(): Promise<{ step: number; rateChanges: TrainingConfig['rateChanges'] }>;
  /** Another learning rate, from the next step that has not begun. */
  changeRate(learningRate: number): RateChange;
}

export function openRun(options: {
  config: TrainingConfig;
  /** Holds the weights to begin with. */
  engine: Engine;
  dataset: Dataset;
  /** Where the run goes on; null at its beginning. */
  from: Checkpoint | null;
  signal: AbortSignal;
}): RunInProgress {
  const { engine, dataset, signal } = options;
  const plan = planModel(presets[options.config.preset]);
  const perEpoch = stepsPerEpoch(options.config);
  let { config } = options;
  let history: RunHistory;
  let elapsedMs: number;
  let orders: ReturnType<typeof createEpochOrders>;
  let heldOut: ReturnType<typeof createHeldOut>;
  let events: ReturnType<typeof train>;
  /** The first step whose learning rate is still open. */
  let nextStep: number;

  let saved: Checkpoint | null = null;
  /** The last one whose weights are known to read well: the next step's loss was no lost one. */
  let proven: Checkpoint | null = null;
  let savedAtMs = 0;
  let inspectedUntil = 0;
  let inspectionMs = 0;
  /** The state at the beginning of the step that is looked into. */
  let before: EngineState | null = null;

  begin(options.from);

  function begin(from: Checkpoint | null): void {
    const firstStep = from?.step ?? 0;
    const random = createRandom(from?.random ?? config.seed);
    // Drawn by whoever opened the engine; the orders come after them.
    if (!from) initialWeights(plan, random);
    history = from ? growingHistory(from.history) : emptyHistory();
    elapsedMs = history.trainingMs;
    orders = createEpochOrders(trainedImages(config), random, Math.floor(firstStep / perEpoch));
    heldOut = createHeldOut(config, dataset.training, from);
    nextStep = firstStep;
    events = train({
      config,
      engine,
      training: dataset.training,
      test: dataset.test,
      orders,
      firstStep,
      rateOf(step) {
        nextStep = step + 1;
        return rateOf(config, step);
      },
      heldOut,
      signal,
    });
  }

  const step = () => history.losses.length;

  async function advance(stepLimit: number): Promise<TrainingEvent | null> {
    const startedAt = performance.now();
    const { value: event, done } = await events.next(stepLimit);
    elapsedMs += performance.now() - startedAt;
    if (event?.type === 'steps') {
      history = withSteps(history, event);
      if (saved && saved.step < step() && !isLost(seriesValues(history.losses)[saved.step])) proven = saved;
    }
    return done ? null : (event ?? null);
  }

  /** One step between two looks at all weights, as seldom as keeps the cost small; at once where single steps are made. */
  async function advanceAndLook(place: WeightPlace) {
    const startedAt = performance.now();
    // A step of many slices is begun once and comes to its end some events later.
    if (before?.optimizer.step !== step()) before = await engine.readState();
    const readMs = performance.now() - startedAt;
    const event = await advance(1);
    if (event?.type !== 'steps' || event.losses.length === 0) return { event, inspection: null };
    const doneAt = performance.now();
    const after = await engine.readState();
    const rate = rateOf(config, event.firstStep);
    const inspection = inspectStep(plan, optimizerSpec(config), rate, before, after, place);
    inspectedUntil = performance.now();
    inspectionMs = readMs + inspectedUntil - doneAt;
    return { event, inspection };
  }

  async function takeCheckpoint(): Promise<CheckpointEvent | null> {
    savedAtMs = elapsedMs;
    const state = await engine.readState();
    if (!state.weights.every((values) => values.every(Number.isFinite))) return null;
    saved = {
      config,
      step: step(),
      random: orders.randomBefore(Math.floor(step() / perEpoch)),
      state,
      history: plainHistory(history),
      validations: [...(heldOut?.validations ?? [])],
      bestWeights: heldOut?.bestWeights ?? null,
      computedBy: { name: engine.name, device: engine.device, nodes: engine.nodes },
    };
    const { images, loadedCount } = dataset.training;
    return {
      step: saved.step,
      file: encodeCheckpoint(saved),
      computedBy: saved.computedBy,
      deadUnits: await deadUnits(plan, state.weights, images, Math.min(DEAD_UNIT_IMAGES, loadedCount)),
    };
  }

  return {
    step,
    elapsedMs: () => elapsedMs,
    isCheckpointDue() {
      const { shortest, longest, growth } = CHECKPOINT_INTERVAL_MS;
      const interval = Math.min(longest, Math.max(shortest, growth * savedAtMs));
      return elapsedMs - savedAtMs >= interval;
    },

    async ready() {
      await dataset.training.until(1, signal);
    },

    async advance(stepLimit, inspected) {
      const isDue = performance.now() - inspectedUntil >= INSPECTION_COST * inspectionMs;
      if (inspected && (stepLimit === 1 || isDue)) return advanceAndLook(inspected);
      return { event: await advance(stepLimit), inspection: null };
    },

    async checkpoint() {
      const isNew =
        saved?.step !== step() ||
        saved.config !== config ||
        saved.validations.length !== (heldOut?.validations.length ?? 0);
      return isNew ? takeCheckpoint() : null;
    },

    finalCheckpoint: takeCheckpoint,

    async rollBack() {
      const back = proven ?? saved;
      if (!back) throw new Error('there is no checkpoint to go back to');
      saved = back;
      savedAtMs = back.history.stepEndsMs.at(-1) ?? 0;
      await events.return();
      await engine.writeState(back.state);
      // What was changed until there stays changed, also where the checkpoint is from before the change.
      config = { ...config, rateChanges: config.rateChanges.filter((change) => change.step <= back.step) };
      begin(back);
      return { step: back.step, rateChanges: config.rateChanges };
    },

    changeRate(learningRate) {
      const change = { step: nextStep, learningRate };
      config = withRateChange(config, nextStep, learningRate);
      return change;
    },
  };
}
