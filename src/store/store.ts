import { createStore } from 'zustand/vanilla';
import type { EngineReport, Measurement } from '../engine/engine';
import type { ProblemData } from '../lib/problem';
import { Problem, problemData } from '../lib/problem';
import { recallMeasurements, rememberMeasurements } from '../persistence/measurements';
import type { TrainingConfig } from '../training/config';
import type { TrainerClient, TrainerPort } from '../worker/client';
import { SILENCE_MS, connectTrainer } from '../worker/client';
import type { Command, Prediction, Requests, RunEvent } from '../worker/protocol';
import type * as Pads from './editPad';
import type { Lab } from './lab';
import type { PadEdit, PadState } from './padState';
import { padAtFirst } from './padState';
import type { RunRecord, RunState } from './run';
import { emptyRecord, reduceRun, runIdOf, startRun } from './run';
import type { Language, LinkNote } from './shareLink';

type TrainerHealth =
  /** Not started yet: the page is shown first. */
  | { readonly status: 'resting' }
  | { readonly status: 'well' }
  | { readonly status: 'silent'; readonly problem: ProblemData }
  | { readonly status: 'crashed'; readonly problem: ProblemData };

export interface AppState {
  readonly config: TrainingConfig;
  readonly language: Language;
  /** Parts of the share link that could not be used. */
  readonly linkNotes: readonly LinkNote[];
  readonly trainer: TrainerHealth;
  /** The engine that a run with these settings would use; null until the trainer has said. */
  readonly survey: EngineReport | null;
  /** Step times of all engines, when the visitor has asked for them. */
  readonly measurement: Measuring;
  /** Why there is no engine at all; null as long as there may be one. */
  readonly surveyProblem: ProblemData | null;
  readonly run: RunState;
  readonly pad: PadState;
  /** The 784 pixels the network sees of the drawing; null while the pad is empty. */
  readonly digit: Uint8Array | null;
  /** What the present weights read in the drawing; null while the pad is empty or the model untrained. */
  readonly prediction: Prediction | null;
  /** What is kept of runs; null until it has been opened. */
  readonly lab: Lab | null;
}

type Measuring =
  | { readonly status: 'none' }
  | { readonly status: 'measuring' }
  | {
      readonly status: 'measured';
      readonly config: TrainingConfig;
      readonly report: Requests['measure']['reply'];
    };

export interface AppActions {
  changeConfig(change: Partial<TrainingConfig>): void;
  changeLanguage(language: Language): void;
  /** Takes over a whole set-up, e.g. from a link that was followed. Does nothing to a run under way. */
  takeLink(config: TrainingConfig, language: Language, notes: readonly LinkNote[]): void;
  dismissLinkNotes(): void;
  /** Wakes the trainer, so that it can say which engine it would use. Training wakes it too. */
  wakeTrainer(): void;
  restartTrainer(): void;
  /** Measures all engines at runs like the one that is set up. Only on an idle page. */
  measureEngines(): void;
  train(): void;
  /** Starts a run with other settings than those chosen, which it replaces; or goes on with one, from the file of a checkpoint. */
  trainWith(config: TrainingConfig, from?: { readonly record: RunRecord; readonly file: Uint8Array }): void;
  /** Changes the learning rate of the run, from its next step on. */
  changeRate(learningRate: number): void;
  /** Sends the trainer what only one part of the page knows of. */
  send(command: Command): void;
  /** Asks the trainer what only one part of the page wants to know. Rejects with a Problem. */
  ask: TrainerClient['request'];
  pause(): void;
  resume(): void;
  /** One step; on an idle page it begins a run that waits after it. */
  step(): void;
  reset(): void;
  /** Has the drawing read again, as after another lesson. */
  readAgain(): void;
  /** Changes what is on the drawing pad, or what it is drawn with. */
  edit(edit: PadEdit): void;
}

/**
 * Readings of the drawing that may be under way. An answer waits for the steps before it, about 16 ms, and a stroke makes a drawing anew with
 * every frame: so each is asked about at once, unless answers take longer than six frames.
 */
export const QUESTIONS_AT_ONCE = 6;

const silence = new Problem('trainerSilent', { seconds: SILENCE_MS / 1_000 }).data;

export type AppStore = ReturnType<typeof createAppStore>;

/** Everything the page knows and can do. `openTrainer` starts the worker; a test gives a message port instead. */
export function createAppStore(options: {
  config: TrainingConfig;
  language: Language;
  linkNotes: readonly LinkNote[];
  openTrainer: () => TrainerPort;
}) {
  return createStore<AppState & AppActions>()((set, get, store) => {
    let client: TrainerClient | null = null;
    let nextRunId = 1;

    function trainer(): TrainerClient {
      if (client) return client;
      client = connectTrainer(options.openTrainer, {
        onEvent: receive,
        onCrash: (problem) => {
          client = null;
          set({ trainer: { status: 'crashed', problem } });
          failRun(problem);
        },
        onSilence: (isSilent) =>
          set({ trainer: isSilent ? { status: 'silent', problem: silence } : { status: 'well' } }),
      });
      set({ trainer: { status: 'well' } });
      survey();
      return client;
    }

    /** Comes after the first paint, and hears all events in their order. */
    let lab: Promise<Lab> | null = null;
    function openLab(): Promise<Lab> {
      lab ??= import('./lab').then(async ({ createLab }) => {
        const opened = await createLab(store);
        set({ lab: opened });
        return opened;
      });
      return lab;
    }

    function receive(runId: number, event: RunEvent) {
      set(({ run }) => ({ run: reduceRun(run, runId, event) }));
      const { run } = get();
      if (run.status !== 'idle' && run.record.runId === runId) {
        void openLab().then((opened) => opened.receive(run, event));
      }
      if (event.type === 'engine') {
        set({ survey: event.engine });
        remember(event.engine.measured);
      }
      if (event.type === 'steps' || event.type === 'ready') void readDrawing();
    }

    function failRun(problem: ProblemData) {
      const { run } = get();
      if (isUnderWay(run)) set({ run: { status: 'failed', record: run.record, problem } });
    }

    /** The next run like this one need not measure. */
    function remember(measured: readonly Measurement[]) {
      const { run } = get();
      if (run.status !== 'idle' && measured.length > 0) rememberMeasurements(run.record.config, measured);
    }

    async function measure() {
      const { config, run } = get();
      if (run.status !== 'idle') return;
      set({ measurement: { status: 'measuring' } });
      try {
        const report = await trainer().request('measure', { config });
        const chosen = report.measured.filter(
          ({ name }) => config.engine === 'auto' || name === config.engine,
        );
        if (chosen.length > 0) rememberMeasurements(config, chosen);
        set({ measurement: { status: 'measured', config, report } });
      } catch (error) {
        set({ measurement: { status: 'none' } });
        reportRefusal(error);
      }
    }

    function survey() {
      const choice = get().config.engine;
      client
        ?.request('survey', { choice })
        .then((report) => {
          if (get().config.engine === choice) set({ survey: report, surveyProblem: null });
        })
        .catch((error: unknown) => {
          const problem = problemData(error);
          if (problem.code !== 'trainerCrashed') set({ surveyProblem: problem });
          reportRefusal(error);
        });
    }

    let questions = 0;
    let isStale = false;
    /** Asks for a reading of the drawing; while too many are under way, only of the newest drawing once there is room. */
    async function readDrawing(): Promise<void> {
      if (questions === QUESTIONS_AT_ONCE) {
        isStale = true;
        return;
      }
      const { digit, run } = get();
      if (!client || !digit || run.status === 'idle') {
        set({ prediction: null });
        return;
      }
      questions++;
      try {
        const prediction = await client.request('predict', { digit });
        // An answer about another drawing is of no use, nor is one of a run that is gone.
        if (get().digit === digit && runIdOf(get().run) === runIdOf(run)) set({ prediction });
      } catch (error) {
        reportRefusal(error);
      }
      questions--;
      if (!isStale) return;
      isStale = false;
      await readDrawing();
    }

    /** A refused question matters only where the trainer itself still works; a crash reports itself. */
    function reportRefusal(error: unknown) {
      const problem = problemData(error);
      if (problem.code !== 'trainerCrashed') failRun(problem);
    }

    function start(record: RunRecord, paused: boolean, from: Uint8Array | null) {
      const { config } = record;
      const runId = nextRunId++;
      set({ run: startRun({ ...record, runId }), prediction: null });
      trainer().command({ type: 'train', runId, config, paused, known: recallMeasurements(config), from });
    }

    const startAnew = (paused: boolean) => start(emptyRecord(0, get().config), paused, null);
    const send = (command: Command) => void client?.command(command);

    /** Comes after the first paint. A scribble's points come by the hundred: all those of one task are framed together. */
    let pads: typeof Pads | null = null;
    async function edit(change: PadEdit) {
      pads ??= await import('./editPad');
      set({ pad: pads.editPad(get().pad, change) });
      await null;
      const digit = pads.digitOfPad(get().pad);
      if (digit === get().digit) return;
      set({ digit });
      await readDrawing();
    }

    return {
      config: options.config,
      language: options.language,
      linkNotes: options.linkNotes,
      trainer: { status: 'resting' },
      survey: null,
      measurement: { status: 'none' },
      surveyProblem: null,
      run: { status: 'idle' },
      pad: padAtFirst,
      digit: null,
      prediction: null,
      lab: null,

      changeConfig(change) {
        set(({ config }) => ({ config: { ...config, ...change } }));
        if (change.engine) survey();
      },
      changeLanguage: (language) => set({ language }),
      takeLink(config, language, linkNotes) {
        set({ config, language, linkNotes });
        survey();
      },
      dismissLinkNotes: () => set({ linkNotes: [] }),
      wakeTrainer() {
        trainer();
        // The first stroke need not wait for it.
        void import('./editPad');
        void openLab();
      },
      restartTrainer() {
        client?.close();
        client = null;
        set({ run: { status: 'idle' }, prediction: null });
        trainer();
      },
      measureEngines: () => void measure(),
      train: () => startAnew(false),
      trainWith(config, from) {
        set({ config });
        if (from) start(from.record, false, from.file);
        else startAnew(false);
      },
      changeRate: (learningRate) => send({ type: 'changeRate', learningRate }),
      send,
      ask: (name, ask) => trainer().request(name, ask),
      pause: () => send({ type: 'pause' }),
      resume: () => send({ type: 'resume' }),
      step() {
        const { status } = get().run;
        if (status === 'idle' || status === 'done' || status === 'failed') startAnew(true);
        send({ type: 'step' });
      },
      reset() {
        send({ type: 'reset' });
        set({ run: { status: 'idle' }, prediction: null });
      },
      readAgain: () => void readDrawing(),
      edit: (change) => void edit(change),
    };
  });
}

/** Whether the trainer is at work on it, or would go on with it. */
export function isUnderWay(run: RunState): run is Exclude<RunState, { status: 'idle' | 'done' | 'failed' }> {
  return run.status !== 'idle' && run.status !== 'done' && run.status !== 'failed';
}
