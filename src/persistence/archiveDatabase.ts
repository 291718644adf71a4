import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { openDB } from 'idb';
import type { History } from '../training/checkpoint';
import type { StoredCheckpoint, StoredRun } from './archive';

const NAME = 'gradpad';

/** What is large has stores of its own, so that listing runs and checkpoints reads none of it. */
interface Stores extends DBSchema {
  runs: { key: string; value: StoredRun };
  histories: { key: string; value: History };
  checkpoints: { key: [runKey: string, step: number]; value: StoredCheckpoint };
  checkpointFiles: { key: [runKey: string, step: number]; value: Uint8Array };
}

export type ArchiveDatabase = IDBPDatabase<Stores>;
type StoreName = StoreNames<Stores>;
type ArchiveTransaction = IDBPTransaction<Stores, StoreName[], 'readwrite'>;

/**
 * Each brings the database from the version that is its place in this list to the next one. Visitors have databases of every
 * version: one that was published never changes, a change of the stores is one more at the end.
 */
const upgrades: readonly ((database: ArchiveDatabase) => void)[] = [
  (database) => {
    database.createObjectStore('runs', { keyPath: 'key' });
    database.createObjectStore('histories');
    database.createObjectStore('checkpoints', { keyPath: ['runKey', 'step'] });
    database.createObjectStore('checkpointFiles');
  },
];

/**
 * Opens the database, or rejects with whatever the browser refuses it with. It waits as long as another tab keeps an older version open.
 * `onClosed` is told why it can be used no longer.
 */
export function openDatabase(onClosed: (reason: string) => void): Promise<ArchiveDatabase> {
  const opening: Promise<ArchiveDatabase> = openDB<Stores>(NAME, upgrades.length, {
    upgrade: (database, oldVersion) => {
      for (const upgrade of upgrades.slice(oldVersion)) upgrade(database);
    },
    // The other tab is newer than this one, or clears everything; it waits for this.
    blocking: () => {
      onClosed('another tab needs the storage; reload this one');
      void opening.then((database) => database.close());
    },
    terminated: () => onClosed('the browser closed it; reload the page'),
  });
  return opening;
}

/**
 * Makes all of some requests or, where one of them fails, none; then rejects with the reason. The requests begin before this returns, so
 * values may change afterwards.
 */
export async function change(
  database: ArchiveDatabase,
  requestsOf: (transaction: ArchiveTransaction) => Iterable<Promise<unknown>>,
): Promise<void> {
  const transaction = database.transaction([...database.objectStoreNames], 'readwrite');
  const requests: Promise<unknown>[] = [transaction.done];
  try {
    for (const request of requestsOf(transaction)) requests.push(request);
  } catch (error) {
    // A value that cannot be copied, for one: without this, the requests before it would be carried out.
    requests.push(Promise.reject(error));
    transaction.abort();
  }
  const outcomes = await Promise.allSettled(requests);
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  // One failure aborts all the others: that they were aborted tells nothing.
  if (reasons.length > 0) throw reasons.find((reason) => !isAbort(reason)) ?? reasons[0];
}

/** All checkpoints of a run. */
export function checkpointsOf(runKey: string): IDBKeyRange {
  return IDBKeyRange.bound([runKey, 0], [runKey, Infinity]);
}

function isAbort(reason: unknown): boolean {
  return reason instanceof Error && reason.name === 'AbortError';
}
