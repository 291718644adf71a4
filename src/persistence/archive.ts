import type { ProblemData } from '../lib/problem';
import type { ComputedBy, History } from '../training/checkpoint';
import type { TrainingConfig } from '../training/config';
import type { EvaluationEvent } from '../training/events';

/** A run as it is listed: all but its curves and checkpoints. */
export interface StoredRun {
  readonly key: string;
  /** What the visitor calls it; empty where they have not named it. */
  readonly name: string;
  readonly config: TrainingConfig;
  /** Where it branched off another run; null where it began at step 0. */
  readonly parent: { readonly key: string; readonly step: number } | null;
  readonly computedBy: ComputedBy | null;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** `stopped`: the visitor has ended it, or begun another; it can be continued, but is not offered. */
  readonly status: 'unfinished' | 'stopped' | 'done' | 'failed';
  /** Completed steps. */
  readonly step: number;
  /** Training time without pauses (ms). */
  readonly trainingMs: number;
  /** Loss of the last step (nats); null before the first. */
  readonly lastLoss: number | null;
  readonly result: Omit<EvaluationEvent, 'type'> | null;
  /** SHA-256 of the final weights, as hexadecimal digits; null before the end. */
  readonly weightsHash: string | null;
  /** When the visitor deleted it (ms since 1970): it is hidden, and gone when the archive is next opened. */
  readonly deletedAt: number | null;
}

/** A checkpoint as it is listed: all but its bytes. */
export interface StoredCheckpoint {
  readonly runKey: string;
  /** Completed steps. */
  readonly step: number;
  /** Size of the file. */
  readonly byteCount: number;
  /** Milliseconds since 1970. */
  readonly savedAt: number;
}

/**
 * Runs, their curves and their checkpoints, on this device. A write either happens as a whole or rejects with a Problem
 * (`storageFull`, `storageFailed`) and changes nothing.
 */
export interface Archive {
  /** Why it lasts only as long as the page; null where it lasts. */
  readonly refusal: ProblemData | null;
  /** All runs that are not deleted, newest first. */
  runs(): Promise<StoredRun[]>;
  /** The curves of a run; null where there are none. */
  history(key: string): Promise<History | null>;
  /** The checkpoints of a run by step, or of all runs. */
  checkpoints(key?: string): Promise<StoredCheckpoint[]>;
  /** A checkpoint's file; null where it was thinned out. */
  checkpointFile(key: string, step: number): Promise<Uint8Array | null>;
  /** Writes a run, with its curves and one more checkpoint where they are given. */
  save(
    run: StoredRun,
    history?: History,
    checkpoint?: { readonly step: number; readonly file: Uint8Array },
  ): Promise<void>;
  removeCheckpoints(checkpoints: readonly Pick<StoredCheckpoint, 'runKey' | 'step'>[]): Promise<void>;
}
