import type { NodeReport } from '../engine/engine';
import type { Validation } from './checkpoint';

/** Completed steps since the last such event, and how far the current epoch has come. */
export interface StepsEvent {
  readonly type: 'steps';
  /** Number of the first of these steps, or of the one under way if none was completed, counted from 0. */
  readonly firstStep: number;
  /** Mean loss of each step's batch before its update (nats). */
  readonly losses: Float32Array;
  /** Right answers in each step's batch before its update. */
  readonly correct: Uint32Array;
  /** Images seen in this epoch, counting those of a step still under way. */
  readonly epochImages: number;
  /** Epoch of the last of these images, counted from 0. */
  readonly epoch: number;
  /** Images gone through since then. */
  readonly groupImages: number;
  /** Time that took (ms). */
  readonly groupMs: number;
  /** What each node did of it, where several share the work; else empty. */
  readonly nodes: readonly NodeReport[];
}

/** The images held out were scored, after an epoch. */
export interface ValidationEvent {
  readonly type: 'validated';
  readonly validation: Validation;
}

export interface EvaluationProgressEvent {
  readonly type: 'evaluating';
  readonly evaluatedImages: number;
  readonly imageCount: number;
}

/** The official test images, once, at the end. */
export interface EvaluationEvent {
  readonly type: 'evaluated';
  /** Share of right answers, 0 … 1. */
  readonly accuracy: number;
  /** Mean loss (nats). */
  readonly loss: number;
  readonly correct: number;
  readonly imageCount: number;
}

/** What `train()` yields. */
export type TrainingEvent = StepsEvent | ValidationEvent | EvaluationProgressEvent | EvaluationEvent;
