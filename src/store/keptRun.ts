import { seriesValues } from '../lib/series';
import type { StoredRun } from '../persistence/archive';
import type { RunEvent } from '../worker/protocol';
import type { RunState } from './run';

type Present = Exclude<RunState, { status: 'idle' }>;

/** Where a run comes from: a new one, one that goes on, or a branch of another. */
export type Origin = Pick<StoredRun, 'key' | 'name' | 'parent' | 'startedAt'>;

export function newOrigin(parent: StoredRun['parent'] = null): Origin {
  const startedAt = Date.now();
  const key = `${startedAt.toString(36)}-${Math.random().toString(36).slice(2, 8)}`;
  return { key, name: '', parent, startedAt };
}

/** What is listed of the run on the page, after an event; `before` is what was listed of it. */
export function keptRun(origin: Origin, run: Present, event: RunEvent, before: StoredRun | null): StoredRun {
  const { config, losses, trainingMs } = run.record;
  const isDone = run.status === 'done' && run.weightsHash !== null;
  return {
    ...origin,
    name: before?.name ?? origin.name,
    config,
    computedBy: event.type === 'checkpoint' ? event.computedBy : (before?.computedBy ?? null),
    status: isDone ? 'done' : run.status === 'failed' ? 'failed' : 'unfinished',
    step: losses.length,
    trainingMs,
    lastLoss: seriesValues(losses).at(-1) ?? null,
    result: run.status === 'done' ? resultOf(run.result) : (before?.result ?? null),
    weightsHash: run.status === 'done' ? run.weightsHash : (before?.weightsHash ?? null),
    deletedAt: null,
  };
}

function resultOf({ accuracy, loss, correct, imageCount }: Extract<Present, { status: 'done' }>['result']) {
  return { accuracy, loss, correct, imageCount };
}
