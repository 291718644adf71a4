import type { ProblemData } from '../lib/problem';
import type { History } from '../training/checkpoint';
import type { Archive, StoredCheckpoint, StoredRun } from './archive';
import { copyHistory } from './copyHistory';
import { newestFirst } from './newestFirst';

interface Kept extends StoredCheckpoint {
  readonly file: Uint8Array;
}

/**
 * An archive that is gone with the page, for where the browser keeps nothing. `refusal` says why. What goes in and what comes out
 * is copied, as it is where it lasts.
 */
export function createMemoryArchive(refusal: ProblemData): Archive {
  const runs = new Map<string, StoredRun>();
  const histories = new Map<string, History>();
  const checkpoints = new Map<string, Kept>();
  const place = (runKey: string, step: number) => JSON.stringify([runKey, step]);

  return {
    refusal,
    runs: async () => structuredClone(newestFirst(runs.values())),
    history: async (key) => {
      const history = histories.get(key);
      return history ? copyHistory(history) : null;
    },
    checkpoints: async (key) => {
      const kept = [...checkpoints.values()].filter(({ runKey }) => key === undefined || key === runKey);
      return kept.map(({ file: _file, ...row }) => row).sort(byRunAndStep);
    },
    checkpointFile: async (key, step) => checkpoints.get(place(key, step))?.file.slice() ?? null,
    save: async (run, history, checkpoint) => {
      const { key } = run;
      // All copies first: there may be no memory for one of them.
      const runCopy = structuredClone(run);
      const historyCopy = history && copyHistory(history);
      const file = checkpoint?.file.slice();
      runs.set(key, runCopy);
      if (historyCopy) histories.set(key, historyCopy);
      if (checkpoint && file) {
        const { step } = checkpoint;
        const row = { runKey: key, step, byteCount: file.length, savedAt: Date.now() };
        checkpoints.set(place(key, step), { ...row, file });
      }
    },
    removeCheckpoints: async (removed) => {
      for (const { runKey, step } of removed) checkpoints.delete(place(runKey, step));
    },
  };
}

function byRunAndStep(a: StoredCheckpoint, b: StoredCheckpoint): number {
  if (a.runKey !== b.runKey) return a.runKey < b.runKey ? -1 : 1;
  return a.step - b.step;
}
