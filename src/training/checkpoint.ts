import type { EngineName, EngineState } from '../engine/engine';
import type { RandomState } from '../lib/random';
import type { TrainingConfig } from './config';

/** What was measured at every completed step: arrays of the same length. */
export interface History {
  /** Mean loss of the step's batch before its update (nats). */
  readonly losses: Float32Array;
  /** Right answers in the step's batch before its update. */
  readonly correct: Uint32Array;
  /** Training time at the end of the step, without pauses (ms). */
  readonly stepEndsMs: Float32Array;
}

/** How the weights did on the images held out. */
export interface Validation {
  /** Updates the weights had had. */
  readonly step: number;
  /** Mean loss (nats). */
  readonly loss: number;
  /** Share of right answers, 0 … 1. */
  readonly accuracy: number;
}

/** What computed a run: continuing on the same gives the same bits. */
export interface ComputedBy {
  readonly name: EngineName;
  readonly device: string;
  /** Threads that shared the work; 1 on a graphics device. */
  readonly nodes: number;
}

/** A run at the end of a step: all it takes to go on exactly, on any engine. */
export interface Checkpoint {
  readonly config: TrainingConfig;
  /** Completed steps. The place in the epoch's order of images follows from it. */
  readonly step: number;
  /** The generator as it was before it drew the order of the epoch that the next step belongs to. */
  readonly random: RandomState;
  readonly state: EngineState;
  readonly history: History;
  /** After each epoch, where images are held out; else empty. */
  readonly validations: readonly Validation[];
  /** The weights of the validation with the lowest loss; null before the first. */
  readonly bestWeights: readonly Float32Array[] | null;
  readonly computedBy: ComputedBy;
}

/** What can be shown of a checkpoint at once. */
export interface CheckpointView {
  readonly step: number;
  /** Loss of the last step before it (nats); null at step 0. */
  readonly loss: number | null;
  /** Weights of the first layer that has some: conv [height, width, in, out] or dense [in, out]. */
  readonly kernel: Float32Array;
}
