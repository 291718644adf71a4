import type { ProblemData } from '../lib/problem';
import type { StoredCheckpoint, StoredRun } from '../persistence/archive';
import type { History } from '../training/checkpoint';
import type { TrainingConfig } from '../training/config';

/** What is kept of runs on this device, and what can be done with it. */
export interface LabState {
  /** Newest first; null until the archive has been read. */
  readonly runs: readonly StoredRun[] | null;
  /** The run on the page; null while there is none. */
  readonly currentKey: string | null;
  /** A run that a reload or a crash has cut short, to be offered; null where there is none. */
  readonly unfinished: StoredRun | null;
  readonly storage: {
    /** Why nothing is being saved; null as long as it is. */
    readonly problem: ProblemData | null;
    readonly usedBytes: number;
    /** Above it, old checkpoints are thinned out. */
    readonly budgetBytes: number;
  };
  /** The run that was deleted last, as long as that can be undone. */
  readonly deleted: StoredRun | null;
  /** What became of checking that a run repeats. */
  readonly verification: Verification | null;
}

export type Verification =
  | { readonly status: 'running'; readonly key: string }
  /** `firstDifference` is the first step (counted from 0) whose loss differs; null where all are equal. */
  | {
      readonly status: 'compared';
      readonly key: string;
      readonly firstDifference: number | null;
      /** The largest difference between losses of the same step (nats). */
      readonly largestDifference: number;
      readonly sameWeights: boolean;
    };

export interface LabActions {
  renameRun(key: string, name: string): void;
  deleteRun(key: string): void;
  undoDelete(): void;
  /** Starts a run with the same settings and seed. */
  rerun(key: string): void;
  /** Goes on with a run where its newest checkpoint is, or where an earlier one is: that makes a branch. */
  continueRun(key: string, step?: number): void;
  /** Goes on from a checkpoint's file. */
  openCheckpoint(file: Blob): void;
  dismissUnfinished(): void;
  /** Trains with each of these settings in turn. With one seed they have the same initial weights and order of images. */
  trainInTurn(configs: readonly TrainingConfig[]): void;
  /** Trains again with a run's settings, and says whether everything is the same. */
  verifyRun(key: string): void;
  setBudget(bytes: number): void;
  /** Says that something about a kept run could not be done. */
  reportProblem(error: unknown): void;
  historyOf(key: string): Promise<History | null>;
  checkpointsOf(key: string): Promise<StoredCheckpoint[]>;
  checkpointFile(key: string, step: number): Promise<Uint8Array | null>;
}
