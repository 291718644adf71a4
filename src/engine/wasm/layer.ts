import type { Arena } from './arena';
import type { Kernels } from './kernels';
import type { Tensor } from './tensor';

/** What layers are compiled with. */
export interface Compiler {
  readonly arena: Arena;
  readonly kernels: Kernels;
  /** Images computed together; a multiple of 4. */
  readonly block: number;
  /** The address of one panel's width of zeros. */
  readonly zeros: number;
  readonly parameters: Parameters;
}

/**
 * Where the weights of all layers lie, one behind the other, and their gradients alike: known once every layer has
 * said how much it needs.
 */
export interface Parameters {
  address: number;
  gradient: number;
  bytes: number;
}

/** A layer with its memory laid out, ready to run on a block of images. */
export interface CompiledLayer {
  readonly output: Tensor;
  readonly weights: LayerWeights | null;
  /** The first `count` images of the block. With `chance`, as in training. */
  forward(count: number, chance: BlockSeed | null): void;
  /** Adds to the gradients of the weights and sets that of the input, where it has one. */
  backward(count: number, chance: BlockSeed): void;
}

/** What determines a block's dropout masks and distortions: the step's seed and the first image's place in the batch. */
export interface BlockSeed {
  readonly seed: number;
  readonly offset: number;
}

/** The weights of a layer as its kernels want them, then the bias. Gradient and optimizer slots lie alike. */
export interface LayerWeights {
  readonly address: number;
  readonly gradient: number;
  /** Bytes before it in the parameters, and its own: all panels and the bias. */
  readonly offset: number;
  readonly bytes: number;
  readonly biasOffset: number;
  /** Places (floats from the address) of each value of the Keras tensors: kernel, then bias if there is one. */
  readonly places: readonly Uint32Array[];
  /** Lays out what follows from the weights; after every change of them. */
  refresh(): void;
}
