import type { ImageSource } from '../../src/engine/engine';
import type { ModelPlan } from '../../src/model/plan';

/** What every contestant is given: the same model, weights, images and batch size. */
export interface Task {
  readonly plan: ModelPlan;
  /** In Keras order and layout. */
  readonly weights: readonly Float32Array[];
  readonly images: ImageSource;
  readonly batchSize: number;
}

/** Somebody who trains the task's model with Adam and sparse categorical cross-entropy. */
export interface Contestant {
  /** What computes. */
  readonly device: string;
  /**
   * Takes `steps` batches, image `firstImage` and those after it in their order, and returns when all is computed: the mean
   * of the batches' losses (nats), each measured before its update.
   */
  train(firstImage: number, steps: number): Promise<number>;
  close(): Promise<void>;
}

/** Keras' defaults, which every contestant uses. */
export const LEARNING_RATE = 0.001;
