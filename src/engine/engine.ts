import type { ProblemData } from '../lib/problem';
import type { ModelSpec } from '../model/spec';
import type { OptimizerSpec, OptimizerState } from './optimizer';

/** Every engine, likely fastest first. `webgpu` and `wasm` are our own; the others are TensorFlow.js. */
export const engineNames = ['webgpu', 'webgl', 'wasm', 'tfjs-webgpu', 'tfjs-wasm', 'cpu'] as const;
export type EngineName = (typeof engineNames)[number];

/** What engines are called on screen, in every language. */
export const engineLabels = {
  webgpu: 'WebGPU',
  webgl: 'WebGL',
  'tfjs-webgpu': 'WebGPU (TensorFlow.js)',
  wasm: 'WASM',
  'tfjs-wasm': 'WASM (TensorFlow.js)',
  cpu: 'CPU',
} as const satisfies Record<EngineName, string>;

/** Those that compute on a graphics device, which drivers, other programs and sleep take away at any time. */
export const graphicsEngines: readonly EngineName[] = ['webgpu', 'webgl', 'tfjs-webgpu'];

/** `auto` takes the engine that was measured to be the fastest here; a name is tried before the others. */
export const engineChoices = ['auto', ...engineNames] as const;
export type EngineChoice = (typeof engineChoices)[number];

/** Threads that share the work, for engines that can; `auto` takes the number that was measured to be the fastest here. */
export const nodesChoices = ['auto', 1, 2, 3, 4, 5, 6, 7, 8] as const;
export type NodesChoice = (typeof nodesChoices)[number];

/** Threads of a workgroup that are measured on a graphics card. */
export const workgroups = [64, 128, 256] as const;

/** How long a step of a certain model took on this device. */
export interface Measurement {
  readonly name: EngineName;
  readonly nodes: number;
  /** Threads of a workgroup on a graphics card. */
  readonly workgroup?: number | undefined;
  readonly stepMs: number;
  /** Whether the time follows from the adapter's measured speed in arithmetic: enough to know that another engine is faster. */
  readonly isEstimate?: boolean | undefined;
}

export interface Refusal {
  readonly name: EngineName;
  readonly problem: ProblemData;
}

/** What is being done with an engine before a run can begin. */
export interface EngineStage {
  readonly name: EngineName;
  /** It computes something known; it is timed; its code is compiled for this device and the model. */
  readonly stage: 'testing' | 'measuring' | 'compiling';
}

/** The engine a run uses, and why not another. */
export interface EngineReport {
  readonly name: EngineName;
  readonly device: string;
  /** Fastest first; empty where there was nothing to choose. */
  readonly measured: readonly Measurement[];
  readonly refused: readonly Refusal[];
  /** What went wrong since and was mended. */
  readonly losses: readonly ProblemData[];
}

/** Digits as bytes, possibly still arriving. Image i is `images[784 i … 784 i + 783]`, row by row, 0 = paper. */
export interface ImageSource {
  readonly images: Uint8Array;
  readonly labels: Uint8Array;
  /** Images 0 … loadedCount − 1 have arrived. Only ever grows. */
  readonly loadedCount: number;
}

/**
 * Part of a batch, usually all of it. A batch larger than the engine's `maxSliceImages` comes as several
 * slices whose gradients add up; the last one completes the step.
 */
export interface Slice {
  /**
   * Which training images, all of them loaded. At least one, at most `maxSliceImages`. Usually a view of a whole epoch's order,
   * which an engine may take over once; so an array that was handed over must not change.
   */
  readonly indices: Uint32Array;
  /** Images in the whole batch: loss and gradient are means over these. */
  readonly batchSize: number;
  /** Place of the slice's first image in its batch; with `seed` it determines dropout masks and distortions. */
  readonly offset: number;
  readonly seed: number;
  /** The update that ends the step, or null where more slices of the batch follow. */
  readonly update: { readonly learningRate: number } | null;
}

/** What a slice measured, before the update: the sum of its cross-entropy losses (nats) and its right answers. */
export interface SliceResult {
  readonly lossSum: number;
  readonly correct: number;
}

/** One node's part in some steps. */
export interface NodeReport {
  readonly images: number;
  /** Time spent computing (ms). */
  readonly computeMs: number;
  /** Time spent exchanging gradients, most of it waiting for the slowest node (ms). */
  readonly waitMs: number;
}

/** Everything a run needs to go on elsewhere, as plain arrays in Keras order and layout. */
export interface EngineState {
  readonly weights: readonly Float32Array[];
  readonly optimizer: OptimizerState;
}

export interface EngineOptions {
  readonly spec: ModelSpec;
  readonly weights: readonly Float32Array[];
  readonly optimizer: OptimizerSpec;
  readonly trainingImages: ImageSource;
  /** Threads that share the work, for engines that can. */
  readonly nodes: number;
  /** Threads of a workgroup on a graphics card; no result depends on it. 64 where nothing was measured. */
  readonly workgroup?: number | undefined;
}

/**
 * Makes training steps fast. Calls never overlap, except that `predict` and `evaluate` may be asked for
 * between two `step` calls. Every method may throw a Problem, `deviceLost` where it computes on a graphics device that is
 * gone; after one the engine is only good for `dispose`.
 */
export interface Engine {
  readonly name: EngineName;
  /** What computes, e.g. "NVIDIA GeForce RTX 3060" or "SIMD, 2 nodes". Changes when a node is lost, or a device, and with it the name. */
  readonly device: string;
  /** Threads that share the work at present; 1 for engines that do not share it. */
  readonly nodes: number;
  /** What each thread did in the last group of steps, where several share the work; else empty. */
  readonly nodeReports: readonly NodeReport[];
  /** What went wrong and was mended, so that the run could go on. */
  readonly losses: readonly ProblemData[];
  /** Images that one slice may hold: short enough for a prediction to wait for it, and memory that surely fits. Changes with the name. */
  readonly maxSliceImages: number;
  /** Runs slices in order and reads their results back once, at the end. */
  step(slices: readonly Slice[]): Promise<SliceResult[]>;
  /** Loss sum and right answers over at most `maxSliceImages` labelled images (784 bytes each). */
  evaluate(images: Uint8Array, labels: Uint8Array): Promise<SliceResult>;
  /** Ten probabilities for each image (784 bytes each), image by image. */
  predict(images: Uint8Array): Promise<Float32Array>;
  readState(): Promise<EngineState>;
  writeState(state: EngineState): Promise<void>;
  /** Frees everything. The engine cannot be used afterwards. */
  dispose(): Promise<void>;
}
