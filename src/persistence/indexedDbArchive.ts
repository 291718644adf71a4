import { errorMessage, Problem } from '../lib/problem';
import type { Archive } from './archive';
import type { ArchiveDatabase } from './archiveDatabase';
import { change, checkpointsOf, openDatabase } from './archiveDatabase';
import { copyHistory } from './copyHistory';
import { newestFirst } from './newestFirst';
import { fittingCheckpoints, fittingHistory, fittingRuns, keysDeletedBefore } from './storedRows';

/** A run that was deleted is kept for so long, because another tab may still offer to undo it. */
const UNDO_MS = 3_600_000;

/**
 * The archive that outlasts the page. Opening it removes for good what was deleted over an hour ago. Rejects with whatever the browser
 * refuses it with, or with the signal's reason. Afterwards, every method may reject with a Problem, `storageFull` or `storageFailed`.
 */
export async function openIndexedDbArchive(signal: AbortSignal): Promise<Archive> {
  let closedBecause: string | null = null;
  const opening = openDatabase((reason) => {
    closedBecause = reason;
  });
  const database = await firstToSettle(prepare(opening), signal).catch((error: unknown) => {
    // It may open later, when nobody waits for it any more.
    opening.then(
      (late) => late.close(),
      () => undefined,
    );
    throw error;
  });

  /** Turns whatever the browser throws into a Problem. */
  async function attempt<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw storageProblem(error, closedBecause);
    }
  }

  return {
    refusal: null,
    runs: () => attempt(async () => newestFirst(fittingRuns(await database.getAll('runs')))),
    history: (key) => attempt(async () => fittingHistory(await database.get('histories', key))),
    checkpoints: (key) =>
      attempt(async () => {
        const range = key === undefined ? undefined : checkpointsOf(key);
        return fittingCheckpoints(await database.getAll('checkpoints', range));
      }),
    checkpointFile: (key, step) =>
      attempt(async () => {
        const file: unknown = await database.get('checkpointFiles', [key, step]);
        return file instanceof Uint8Array ? file : null;
      }),
    save: (run, history, checkpoint) =>
      attempt(() =>
        change(database, function* (transaction) {
          yield transaction.objectStore('runs').put(run);
          if (history) yield transaction.objectStore('histories').put(copyHistory(history), run.key);
          if (checkpoint) {
            const { step, file } = checkpoint;
            const row = { runKey: run.key, step, byteCount: file.length, savedAt: Date.now() };
            yield transaction.objectStore('checkpoints').put(row);
            // The copy is of the file alone: a view of a larger buffer would be stored with the whole of it.
            yield transaction.objectStore('checkpointFiles').put(file.slice(), [run.key, step]);
          }
        }),
      ),
    removeCheckpoints: (checkpoints) =>
      attempt(() =>
        change(database, function* (transaction) {
          for (const { runKey, step } of checkpoints) {
            yield transaction.objectStore('checkpoints').delete([runKey, step]);
            yield transaction.objectStore('checkpointFiles').delete([runKey, step]);
          }
        }),
      ),
  };
}

/** The promise, or the signal's reason if that comes before. */
function firstToSettle<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([promise, aborted]);
}

async function prepare(opening: Promise<ArchiveDatabase>): Promise<ArchiveDatabase> {
  const database = await opening;
  // Some browsers open what they then refuse to read, or never read: better known before anything is saved.
  const rows = await database.getAll('runs');
  purge(database, keysDeletedBefore(rows, Date.now() - UNDO_MS));
  return database;
}

/** Removes runs with all that belongs to them. Nothing waits for it, and yet whoever asks later finds them gone: the browser keeps the order. */
function purge(database: ArchiveDatabase, keys: readonly string[]): void {
  if (keys.length === 0) return;
  const purged = change(database, function* (transaction) {
    for (const key of keys) {
      yield transaction.objectStore('runs').delete(key);
      yield transaction.objectStore('histories').delete(key);
      yield transaction.objectStore('checkpoints').delete(checkpointsOf(key));
      yield transaction.objectStore('checkpointFiles').delete(checkpointsOf(key));
    }
  });
  // They are hidden anyway, and the next opening tries again.
  purged.catch(() => undefined);
}

function storageProblem(error: unknown, closedBecause: string | null): Problem {
  const name = error instanceof Error ? error.name : '';
  if (name === 'QuotaExceededError') return new Problem('storageFull', {}, error);
  if (closedBecause !== null) return new Problem('storageFailed', { detail: closedBecause }, error);
  // Browsers leave some messages empty.
  return new Problem('storageFailed', { detail: errorMessage(error) || name }, error);
}
