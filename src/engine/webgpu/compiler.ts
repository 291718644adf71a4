import type { ModelPlan } from '../../model/plan';
import type { Activation } from '../../model/spec';
import type { Dispatch } from './kernel';
import type { GradientParts } from './kernels/update';
import type { Memory } from './memory';

/** What the parts of a model are compiled with. */
export interface Compiler {
  readonly plan: ModelPlan;
  readonly memory: Memory;
  /** Quads for which tensors have room. */
  readonly quads: number;
  readonly bytes: GPUBuffer;
  readonly order: GPUBuffer;
  /** All weights of the model, in Keras order and layout. */
  readonly weights: GPUBuffer;
  /** For bindings that a shape leaves alone. */
  readonly unused: GPUBuffer;
  /** The gradient of the logits, ten numbers an image, which `loss` leaves. */
  readonly logitGradient: GPUBuffer;
}

/** Everything in a model but the loss and the update. */
export interface Body {
  /** While training; and while not, when dropout passes everything on. */
  readonly forward: readonly Dispatch[];
  readonly inference: readonly Dispatch[];
  readonly logits: Logits;
  /** From the gradient of the logits to that of every layer's input. */
  readonly backward: readonly Dispatch[];
  readonly gradients: readonly WeightGradient[];
}

/** Parts that add up to the logits, without a bias (its place among the weights) where they lack one. */
export interface Logits {
  readonly sums: GPUBuffer;
  readonly parts: number;
  readonly bias: number | null;
  /** The last layer's, besides softmax. */
  readonly activation: Activation;
}

/** Some of the gradient of the weights, which lies in a buffer that all share. */
export interface WeightGradient {
  /** Numbers it needs there. */
  readonly size: number;
  /** What `update` has to add up, and the dispatch that leaves it, from `start` on. */
  at(start: number): readonly GradientParts[];
  dispatch(partials: GPUBuffer, start: number): Dispatch;
}
