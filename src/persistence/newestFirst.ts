import type { StoredRun } from './archive';

/** Runs that are not deleted, by when they started, the newest first; in the order of their keys where that is the same. */
export function newestFirst(runs: Iterable<StoredRun>): StoredRun[] {
  const kept = [...runs].filter(({ deletedAt }) => deletedAt === null);
  return kept.sort((a, b) => b.startedAt - a.startedAt || (a.key < b.key ? -1 : 1));
}
