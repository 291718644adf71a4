import type { StoreApi } from 'zustand/vanilla';
import { createStore } from 'zustand/vanilla';
import { problemData } from '../lib/problem';
import { seriesValues } from '../lib/series';
import type { StoredRun } from '../persistence/archive';
import { openArchive } from '../persistence/openArchive';
import { recallStorageBudget, rememberStorageBudget } from '../persistence/storageBudget';
import { decodeCheckpoint } from '../training/checkpointFile';
import type { TrainingConfig } from '../training/config';
import { configChoices } from '../training/config';
import { plainHistory } from '../training/runHistory';
import type { RunEvent } from '../worker/protocol';
import { createArchiveWriter } from './archiveWriter';
import { compareRuns } from './compareRuns';
import type { FollowedActions, FollowedState } from './followed';
import { createFollowed } from './followed';
import type { HandActions, HandState } from './hand';
import { createHand } from './hand';
import type { Origin } from './keptRun';
import { keptRun, newOrigin } from './keptRun';
import type { LikenessState } from './likeness';
import { createLikeness } from './likeness';
import type { LabActions, LabState } from './labState';
import { holdRun, isHeld } from './liveRuns';
import type { RunState } from './run';
import { recordOf } from './run';
import type { AppState, AppStore } from './store';

/** What is kept of runs on this device. */
export interface Lab {
  readonly store: StoreApi<LabState & LabActions>;
  /** The visitor's own digits, and what they taught. */
  readonly hand: StoreApi<HandState & HandActions>;
  /** The drawings that are read again and again. */
  readonly followed: StoreApi<FollowedState & FollowedActions>;
  /** How like the training images the drawing is. */
  readonly likeness: StoreApi<LikenessState>;
  /** Hears every event of the run on the page, with the run as that event left it. */
  receive(run: Exclude<RunState, { status: 'idle' }>, event: RunEvent): void;
}

/** Opens the archive of this device, or one that lasts as long as the page, and keeps the page's runs in it. */
export async function createLab(app: AppStore): Promise<Lab> {
  const archive = await openArchive();
  const store = createStore<LabState & LabActions>()(() => ({ ...stateAtFirst, ...actions() }));
  const { getState: get, setState: set } = store;
  const writer = createArchiveWriter(archive, {
    onProblem: (problem) => set(({ storage }) => ({ storage: { ...storage, problem } })),
    onUsage: (usedBytes) => set(({ storage }) => ({ storage: { ...storage, usedBytes } })),
  });

  /** The run on the page, and where it comes from. */
  let current: { readonly runId: number; readonly origin: Origin; readonly letGo: () => void } | null = null;
  /** Of the run that is about to begin; null for a new one. */
  let nextOrigin: Origin | null = null;
  let waiting: readonly TrainingConfig[] = [];

  set({ storage: { ...get().storage, problem: archive.refusal, budgetBytes: recallStorageBudget() } });
  const runs = await archive.runs().catch((error: unknown) => {
    reportProblem(error);
    return [];
  });
  set({ runs });
  writer.fit(get().storage.budgetBytes, null);
  await offer(runs.find(({ status }) => status === 'unfinished'));
  app.subscribe(watchPage);
  document.addEventListener('visibilitychange', () => {
    // The tab may never be seen again.
    if (document.visibilityState === 'hidden') app.getState().send({ type: 'save' });
  });
  return {
    store,
    hand: createHand(app),
    followed: createFollowed(app),
    likeness: createLikeness(app),
    receive,
  };

  function receive(run: Exclude<RunState, { status: 'idle' }>, event: RunEvent): void {
    if (event.type === 'rateChanged') app.getState().send({ type: 'save' });
    if (event.type !== 'checkpoint' && event.type !== 'done' && event.type !== 'failed') return;
    const { origin } = currentOf(run.record.runId);
    const kept = keptRun(origin, run, event, find(origin.key) ?? null);
    put(kept);
    if (event.type === 'checkpoint') {
      const { step, file } = event;
      writer.save(kept, plainHistory(run.record), { step, file });
      writer.fit(get().storage.budgetBytes, origin.key);
    } else {
      writer.save(kept, plainHistory(run.record));
      current?.letGo();
    }
    if (event.type === 'done') void finish(kept, seriesValues(run.record.losses));
  }

  function currentOf(runId: number): NonNullable<typeof current> {
    if (current?.runId === runId) return current;
    stopCurrent();
    const origin = nextOrigin ?? newOrigin();
    nextOrigin = null;
    current = { runId, origin, letGo: holdRun(origin.key) };
    set({ currentKey: origin.key });
    return current;
  }

  /** The run on the page makes room for another, or for none. */
  function stopCurrent(): void {
    if (!current) return;
    current.letGo();
    const run = find(current.origin.key);
    if (run?.status === 'unfinished') change(run.key, { status: 'stopped' });
    current = null;
    set({ currentKey: null });
  }

  /** What follows when a run has come to its end: a comparison that waited for it, and the next in line. */
  async function finish(run: StoredRun, losses: Float32Array): Promise<void> {
    const { verification } = get();
    if (verification?.status === 'running') {
      const first = find(verification.key);
      const history = await archive.history(verification.key);
      if (first && history) {
        const comparison = compareRuns({ ...first, losses: history.losses }, { ...run, losses });
        set({ verification: { status: 'compared', key: first.key, ...comparison } });
      }
    }
    const [next, ...rest] = waiting;
    waiting = rest;
    if (next) app.getState().trainWith(next);
  }

  function watchPage({ run, trainer }: AppState, before: AppState): void {
    if (run === before.run) return;
    const hasEnded = run.status === 'idle' && before.run.status !== 'idle';
    // A trainer that has crashed or hangs has lost its run; a visitor who presses Reset lets it go.
    const isLost = trainer.status === 'crashed' || trainer.status === 'silent';
    if (isLost && (hasEnded || run.status === 'failed')) {
      if (current) void offer(find(current.origin.key));
    } else if (hasEnded) {
      stopCurrent();
    }
    if (hasEnded) waiting = [];
    if (get().verification?.status === 'running' && (run.status === 'idle' || run.status === 'failed')) {
      set({ verification: null });
    }
  }

  /** Offers to continue a run, where that is possible and it is not under way elsewhere. */
  async function offer(run: StoredRun | undefined): Promise<void> {
    if (!run || (run.key !== current?.origin.key && (await isHeld(run.key)))) return;
    current?.letGo();
    current = null;
    const checkpoints = await writer.checkpointsOf(run.key);
    if (checkpoints.length > 0) set({ unfinished: run, currentKey: null });
  }

  function find(key: string): StoredRun | undefined {
    return get().runs?.find((run) => run.key === key);
  }

  function put(run: StoredRun): void {
    const others = (get().runs ?? []).filter(({ key }) => key !== run.key);
    set({ runs: [run, ...others].sort((a, b) => b.startedAt - a.startedAt) });
  }

  /** Changes a run's entry, on the page at once. */
  function change(key: string, entries: Partial<StoredRun>): void {
    const run = find(key);
    if (!run) return;
    put({ ...run, ...entries });
    writer.save({ ...run, ...entries });
  }

  async function continueFrom(key: string, step: number | undefined): Promise<void> {
    const run = find(key);
    const newest = (await writer.checkpointsOf(key)).at(-1)?.step;
    const wanted = step ?? newest;
    const file = wanted === undefined ? null : await writer.checkpointFile(key, wanted);
    if (!run || !file) return;
    const checkpoint = decodeCheckpoint(file);
    set({ unfinished: null });
    nextOrigin = wanted === newest ? run : newOrigin({ key, step: checkpoint.step });
    app.getState().trainWith(checkpoint.config, { record: recordOf(0, checkpoint), file });
  }

  async function openFile(file: Blob): Promise<void> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const checkpoint = decodeCheckpoint(bytes);
    nextOrigin = newOrigin();
    app.getState().trainWith(checkpoint.config, { record: recordOf(0, checkpoint), file: bytes });
  }

  function reportProblem(error: unknown): void {
    set(({ storage }) => ({ storage: { ...storage, problem: problemData(error) } }));
  }

  function actions(): LabActions {
    return {
      renameRun: (key, name) => change(key, { name }),
      deleteRun(key) {
        const run = find(key);
        if (!run) return;
        writer.save({ ...run, deletedAt: Date.now() });
        set({ deleted: run, runs: get().runs?.filter((each) => each !== run) ?? null });
      },
      undoDelete() {
        const run = get().deleted;
        if (!run) return;
        put(run);
        writer.save(run);
        set({ deleted: null });
      },
      rerun(key) {
        const run = find(key);
        if (run) app.getState().trainWith(run.config);
      },
      continueRun: (key, step) => void continueFrom(key, step).catch(reportProblem),
      openCheckpoint: (file) => void openFile(file).catch(reportProblem),
      reportProblem,
      dismissUnfinished() {
        const run = get().unfinished;
        set({ unfinished: null });
        if (run) change(run.key, { status: 'stopped' });
      },
      trainInTurn([first, ...rest]) {
        app.getState().trainWith(first);
        waiting = rest;
      },
      verifyRun(key) {
        const run = find(key);
        if (!run?.computedBy) return;
        const { name, nodes: threads } = run.computedBy;
        // On what computed it then: another engine adds up in another order.
        const nodes = configChoices.nodes.find((choice) => choice === threads) ?? 'auto';
        app.getState().trainWith({ ...run.config, engine: name, nodes });
        set({ verification: { status: 'running', key } });
      },
      setBudget(budgetBytes) {
        rememberStorageBudget(budgetBytes);
        set(({ storage }) => ({ storage: { ...storage, budgetBytes } }));
        writer.fit(budgetBytes, get().currentKey);
      },
      historyOf: (key) => archive.history(key),
      checkpointsOf: (key) => writer.checkpointsOf(key),
      checkpointFile: (key, step) => writer.checkpointFile(key, step),
    };
  }
}

const stateAtFirst: LabState = {
  runs: null,
  currentKey: null,
  unfinished: null,
  storage: { problem: null, usedBytes: 0, budgetBytes: 0 },
  deleted: null,
  verification: null,
};
