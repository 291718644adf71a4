import type { StoredCheckpoint } from './archive';

/**
 * The checkpoints to remove so that the others fit the budget, in the order of removal and no more than that takes.
 *
 * The newest checkpoint of every run stays as long as any other can go. Those others go run by run: first of the run that was saved
 * longest ago, last of the current one. Within a run the one goes whose absence leaves the smallest gap relative to its step, so that
 * the early steps, where a run changes fastest, stay dense. Then the newest ones of the oldest runs go; never the current run's.
 */
export function thinnedOut(
  checkpoints: readonly StoredCheckpoint[],
  budgetBytes: number,
  { currentKey }: { readonly currentKey: string | null },
): StoredCheckpoint[] {
  let excessBytes = checkpoints.reduce((sum, { byteCount }) => sum + byteCount, 0) - budgetBytes;
  const removed: StoredCheckpoint[] = [];
  const remove = (list: StoredCheckpoint[], index: number) => {
    const [checkpoint] = list.splice(index, 1);
    removed.push(checkpoint);
    excessBytes -= checkpoint.byteCount;
  };

  const runs = runsOldestFirst(checkpoints, currentKey);
  for (const run of runs) while (excessBytes > 0 && run.length > 1) remove(run, leastMissed(run));
  for (const run of runs) if (excessBytes > 0 && run[0].runKey !== currentKey) remove(run, 0);
  return removed;
}

/** The checkpoints of each run by step: first the run that was saved longest ago, the current one last. */
function runsOldestFirst(
  checkpoints: readonly StoredCheckpoint[],
  currentKey: string | null,
): StoredCheckpoint[][] {
  const runs = new Map<string, StoredCheckpoint[]>();
  for (const checkpoint of checkpoints) {
    const list = runs.get(checkpoint.runKey);
    if (list) list.push(checkpoint);
    else runs.set(checkpoint.runKey, [checkpoint]);
  }
  return [...runs]
    .map(([key, list]) => ({
      key,
      list: list.sort((a, b) => a.step - b.step),
      savedAt: Math.max(...list.map(({ savedAt }) => savedAt)),
    }))
    .sort((a, b) => {
      const currentLast = Number(a.key === currentKey) - Number(b.key === currentKey);
      return currentLast || a.savedAt - b.savedAt || (a.key < b.key ? -1 : 1);
    })
    .map(({ list }) => list);
}

/**
 * Which checkpoint but the newest leaves the smallest gap relative to its step. The run's beginning needs no checkpoint, so it is the
 * first one's neighbour. Where gaps are the same, the later one goes.
 */
function leastMissed(run: readonly StoredCheckpoint[]): number {
  let least = 0;
  let leastGap = Infinity;
  for (let i = 0; i < run.length - 1; i++) {
    const gap = (run[i + 1].step - (i === 0 ? 0 : run[i - 1].step)) / run[i].step;
    if (gap <= leastGap) [least, leastGap] = [i, gap];
  }
  return least;
}
