import type { ProblemData } from '../lib/problem';
import { problemData } from '../lib/problem';
import type { Archive, StoredCheckpoint, StoredRun } from '../persistence/archive';
import { thinnedOut } from '../persistence/thinCheckpoints';
import type { History } from '../training/checkpoint';

/** A checkpoint that is to be kept. */
interface KeptFile {
  readonly step: number;
  readonly file: Uint8Array;
}

/** Writes to an archive one thing after the other, and keeps what it will not take as long as the page is open. */
export interface ArchiveWriter {
  save(run: StoredRun, history?: History, checkpoint?: KeptFile): void;
  /** Thins checkpoints out so that they fit. @param currentKey the run that is spared */
  fit(budgetBytes: number, currentKey: string | null): void;
  checkpointsOf(key: string): Promise<StoredCheckpoint[]>;
  checkpointFile(key: string, step: number): Promise<Uint8Array | null>;
}

export function createArchiveWriter(
  archive: Archive,
  listeners: {
    /** Why something could not be written; null once something could be again. */
    onProblem(problem: ProblemData | null): void;
    /** How much room all checkpoints take. */
    onUsage(bytes: number): void;
  },
): ArchiveWriter {
  /** The newest checkpoint of each run whose last write failed. */
  const unsaved = new Map<string, KeptFile>();
  let last: Promise<unknown> = Promise.resolve();

  function inTurn(work: () => Promise<void>): void {
    last = last.then(work).catch((error: unknown) => listeners.onProblem(problemData(error)));
  }

  return {
    save: (run, history, checkpoint) =>
      inTurn(async () => {
        if (checkpoint) unsaved.set(run.key, checkpoint);
        await archive.save(run, history, checkpoint);
        if (!checkpoint) return;
        unsaved.delete(run.key);
        listeners.onProblem(archive.refusal);
      }),

    fit: (budgetBytes, currentKey) =>
      inTurn(async () => {
        const all = await archive.checkpoints();
        const removed = thinnedOut(all, budgetBytes, { currentKey });
        if (removed.length > 0) await archive.removeCheckpoints(removed);
        listeners.onUsage(byteSum(all) - byteSum(removed));
      }),

    async checkpointsOf(key) {
      await last;
      const stored = await archive.checkpoints(key);
      const kept = unsaved.get(key);
      if (!kept || stored.some(({ step }) => step === kept.step)) return stored;
      return [...stored, { runKey: key, step: kept.step, byteCount: kept.file.length, savedAt: Date.now() }];
    },

    async checkpointFile(key, step) {
      await last;
      const kept = unsaved.get(key);
      return kept?.step === step ? kept.file : archive.checkpointFile(key, step);
    },
  };
}

function byteSum(checkpoints: readonly StoredCheckpoint[]): number {
  return checkpoints.reduce((sum, { byteCount }) => sum + byteCount, 0);
}
