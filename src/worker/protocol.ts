import type { LoadProgress } from '../data/dataset';
import type { EngineChoice, EngineReport, EngineStage, Measurement } from '../engine/engine';
import type { ProblemData } from '../lib/problem';
import type { TrainingEvent } from '../training/events';
import type { TrainingConfig } from '../training/config';

/** Long work: the page commands, the trainer answers with events. */
export type Command =
  /** Starts a run and abandons the one before. With `paused` it waits before its first step. */
  | {
      readonly type: 'train';
      readonly runId: number;
      readonly config: TrainingConfig;
      readonly paused: boolean;
      /** What was measured before on this device for such runs; empty lets the trainer measure. */
      readonly known: readonly Measurement[];
    }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** One step, then pause. */
  | { readonly type: 'step' }
  /** Abandons the run and frees what it used. */
  | { readonly type: 'reset' };

/** Questions and their one reply. */
export interface Requests {
  /** Which engine `choice` would give on this device. */
  survey: { readonly ask: { readonly choice: EngineChoice }; readonly reply: EngineReport };
  /** How fast every engine is at runs like this. Takes some seconds, and the device must be free. */
  measure: {
    readonly ask: { readonly config: TrainingConfig };
    readonly reply: Pick<EngineReport, 'measured' | 'refused'>;
  };
  /** What the present weights read in one digit (784 bytes, 0 = paper); null while there are no weights. */
  predict: { readonly ask: { readonly digit: Uint8Array }; readonly reply: Prediction | null };
  /** Is anybody there? */
  ping: { readonly ask: Record<never, never>; readonly reply: true };
}

export interface Prediction {
  /** Ten probabilities that add up to 1. */
  readonly probabilities: Float32Array;
  /** Updates the weights have had. */
  readonly step: number;
}

export type RequestName = keyof Requests;

/**
 * One run's story, in order: every run begins with stages and `engine`, and ends with `done` or `failed`. Another `engine`
 * follows when something it computed on is lost: it goes on with less, or another has taken over. A prediction
 * may find that out even after `done`.
 */
export type RunEvent =
  | { readonly type: 'stage'; readonly stage: EngineStage }
  | { readonly type: 'engine'; readonly engine: EngineReport }
  | { readonly type: 'loading'; readonly progress: LoadProgress }
  /** The weights exist and the data has begun to arrive; steps follow. `paused` if they wait for a command. */
  | { readonly type: 'ready'; readonly paused: boolean }
  /** The run waits. Single steps made while it waits change nothing about that. */
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | TrainingEvent
  /** Training time without pauses (ms), evaluation included. */
  | { readonly type: 'done'; readonly elapsedMs: number }
  | { readonly type: 'failed'; readonly problem: ProblemData };

/** Page → trainer. */
export type ToTrainer =
  | { readonly kind: 'command'; readonly command: Command }
  | {
      [Name in RequestName]: {
        readonly kind: 'request';
        readonly id: number;
        readonly name: Name;
        readonly ask: Requests[Name]['ask'];
      };
    }[RequestName];

/** Trainer → page. */
export type FromTrainer =
  | { readonly kind: 'event'; readonly runId: number; readonly event: RunEvent }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Requests[RequestName]['reply'] }
  | { readonly kind: 'refusal'; readonly id: number; readonly problem: ProblemData };
