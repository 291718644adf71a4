import type { LoadProgress } from '../data/dataset';
import type { EngineChoice, EngineReport, EngineStage, Measurement } from '../engine/engine';
import type { Explanation, Question } from '../explain/explain';
import type { ProblemData } from '../lib/problem';
import type { ReadSet, Readings } from '../scores/readings';
import type { CheckpointView, ComputedBy } from '../training/checkpoint';
import type { RateChange, TrainingConfig } from '../training/config';
import type { DeadUnits } from '../training/deadUnits';
import type { EvaluationEvent, TrainingEvent } from '../training/events';
import type { StepInspection, WeightPlace } from '../training/inspectStep';
import type { HandDigits, Score } from '../training/learnHand';
import type { RateRange } from '../training/rateRange';
import type { HandLesson } from './learnHandOf';
import type { Likeness } from './likenessFinder';

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
      /** The checkpoint file to go on from, which `config` was read from; null begins at step 0. */
      readonly from: Uint8Array | null;
    }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  /** One step, then pause. */
  | { readonly type: 'step' }
  /** Another learning rate, from the next step that has not begun. */
  | { readonly type: 'changeRate'; readonly learningRate: number }
  /** Asks for a checkpoint as soon as the steps under way are done. */
  | { readonly type: 'save' }
  /** Asks that steps be inspected now and then, with this weight in full; null ends that. */
  | { readonly type: 'inspect'; readonly place: WeightPlace | null }
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
  /** Opens a checkpoint file to be looked at, beside whatever run there is; null lets go of the last. */
  view: { readonly ask: { readonly file: Uint8Array | null }; readonly reply: CheckpointView | null };
  /** What the checkpoint that is looked at reads in a digit. */
  readView: { readonly ask: { readonly digit: Uint8Array }; readonly reply: Prediction };
  /** How the checkpoint that is looked at does on the test images. */
  testView: { readonly ask: Record<never, never>; readonly reply: EvaluationEvent };
  /** What the checkpoint that is looked at reads in every test image, or in every image that its run held out. */
  readImages: { readonly ask: { readonly set: ReadSet }; readonly reply: Readings };
  /** Images by their numbers (from 0) in the files of MNIST: 784 bytes each, one after the other. */
  images: {
    readonly ask: { readonly from: 'training' | 'test'; readonly numbers: Uint32Array };
    readonly reply: Uint8Array;
  };
  /**
   * Why a digit is read as it is, by the present weights or by the checkpoint that is looked at. Null where a newer question came
   * meanwhile, and while there are no weights.
   */
  explain: {
    readonly ask: { readonly by: 'run' | 'view'; readonly question: Question };
    /** `step`: updates the weights had had. */
    readonly reply: (Explanation & { readonly step: number }) | null;
  };
  /** How the present weights do on the visitor's own digits; null while there are no weights. */
  testHand: { readonly ask: { readonly hand: HandDigits }; readonly reply: Score | null };
  /**
   * Fine-tunes the weights of the run that is done to the visitor's own digits; it is these that are then asked. Always begins with the
   * weights that the run ended with. Null where there is no such run.
   */
  learnHand: { readonly ask: { readonly hand: HandDigits }; readonly reply: HandLesson | null };
  /** Back to the weights that the run ended with. */
  forgetHand: { readonly ask: Record<never, never>; readonly reply: true };
  /**
   * How like the training images that have arrived a digit is, whatever model there is. Null where none has arrived, and where a newer question
   * came meanwhile.
   */
  likeness: { readonly ask: { readonly digit: Uint8Array }; readonly reply: Likeness | null };
  /** Losses of a short training in which the learning rate rises from step to step. */
  findRate: { readonly ask: { readonly config: TrainingConfig }; readonly reply: RateRange };
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
 * One run's story, in order: every run begins with stages and `engine`, and ends with `done` or `failed`; checkpoints come in between. Another `engine`
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
  /** All it takes to go on from here: a file of training/checkpointFile.ts. */
  | {
      readonly type: 'checkpoint';
      readonly step: number;
      readonly file: Uint8Array;
      readonly computedBy: ComputedBy;
      readonly deadUnits: readonly DeadUnits[];
    }
  /** What one step did to the weights. */
  | { readonly type: 'inspected'; readonly inspection: StepInspection }
  | { readonly type: 'rateChanged'; readonly change: RateChange }
  /** Training went wrong; the run is back at an earlier step, where all was well, and waits. */
  | {
      readonly type: 'rolledBack';
      readonly step: number;
      readonly rateChanges: readonly RateChange[];
      readonly problem: ProblemData;
    }
  /** Training time without pauses (ms), evaluation included. */
  | { readonly type: 'done'; readonly elapsedMs: number; readonly weightsHash: string }
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
