import type { ModelPlan } from '../../model/plan';
import type { EngineState, SliceResult } from '../engine';
import type { OptimizerSpec } from '../optimizer';
import { applyUpdate } from './applyUpdate';
import type { Kernels } from './kernels';
import type { CommonPlaces, NodePlace } from './layOutNode';
import { layOutNode } from './layOutNode';
import type { Snapshot } from './learned';
import { createLearned } from './learned';

/** Images computed together: their values still fit the second-level cache, and each weight is fetched once for all of them. */
const BLOCK = 12;
const CLASSES = 10;

/** Part of a batch for one node: what a Slice says, but for the update, which all nodes make together. */
export interface NodePart {
  readonly indices: Uint32Array;
  readonly offset: number;
  readonly batchSize: number;
  readonly seed: number;
}

/** One node: a model in its part of a memory, ready to compute. Everything is synchronous. */
export interface ComputeNode {
  readonly common: CommonPlaces;
  /** Takes in training images that have arrived, from image `first` on. */
  addImages(first: number, images: Uint8Array, labels: Uint8Array): void;
  /** Adds a part's gradient to this node's; returns its loss and right answers. */
  accumulate(part: NodePart): SliceResult;
  /** This node's gradient of all weights; a view. */
  gradient(): Float32Array;
  clearGradient(): void;
  /** Moves the gradients of all nodes of this memory into the first's, as far as this node's share of the weights goes. */
  gatherGradients(): void;
  /** Updates its share of the weights by the sum of the gradients of all nodes of this memory, and clears these. */
  update(learningRate: number): void;
  /** After every change of the weights: lays out anew what follows from them. */
  refresh(): void;
  evaluate(images: Uint8Array, labels: Uint8Array): SliceResult;
  predict(images: Uint8Array): Float32Array;
  readState(): EngineState;
  writeState(state: EngineState): void;
  /** What another node of its memory has written is the state, after so many updates. */
  follow(updates: number): void;
  /** Remembers weights, slots and gradient, to go on from there in another memory with `restore`. */
  keep(): void;
  kept(): Snapshot;
  restore(snapshot: Snapshot): void;
}

export async function createComputeNode(
  module: WebAssembly.Module,
  plan: ModelPlan,
  optimizer: OptimizerSpec,
  trainingCount: number,
  place: NodePlace,
): Promise<ComputeNode> {
  const instance = await WebAssembly.instantiate(module, { env: { memory: place.memory } });
  // The exports are those of assembly/index.ts.
  const kernels = instance.exports as unknown as Kernels;
  const memory = layOutNode(kernels, plan, optimizer, trainingCount, BLOCK, place);
  const { arena, model, pixels, parameters, common, staging, indices, sums, share, sharedGradient } = memory;
  const learned = createLearned(kernels, optimizer, memory);

  const refresh = () => model.weights.forEach((weights) => weights.refresh());
  const clearGradient = () => kernels.clear(parameters.gradient, parameters.bytes);
  const clearSums = () => kernels.clear(sums, 16);

  /** Adds to the sums; leaves the gradient of the logits, times `scale`. */
  function addLoss(labels: number, count: number, scale: number): void {
    const { values, gradient } = model.logits;
    kernels.crossEntropy(
      values.address,
      values.imageBytes,
      labels,
      indices,
      count,
      gradient!.address,
      gradient!.imageBytes,
      scale,
      sums,
    );
  }

  function readSums(): SliceResult {
    const [lossSum, correct] = new Float64Array(place.memory.buffer, sums, 2);
    return { lossSum, correct };
  }

  /** Goes forward over images that are given as bytes, block by block. */
  function forwardBlocks(images: Uint8Array, visit: (count: number, first: number) => void): void {
    const total = images.length / pixels;
    arena.integers(indices, BLOCK).set(Array.from({ length: BLOCK }, (_, i) => i));
    for (let first = 0; first < total; first += BLOCK) {
      const end = Math.min(first + BLOCK, total);
      arena.bytes(staging.images, (end - first) * pixels).set(images.subarray(first * pixels, end * pixels));
      model.forward(staging.images, indices, end - first, null);
      visit(end - first, first);
    }
  }

  return {
    common,

    addImages(first, images, labels) {
      arena.bytes(common.images + first * pixels, images.length).set(images);
      arena.bytes(common.labels + first, labels.length).set(labels);
    },

    accumulate(part) {
      clearSums();
      for (let first = 0; first < part.indices.length; first += BLOCK) {
        const block = part.indices.subarray(first, first + BLOCK);
        const chance = { seed: part.seed, offset: part.offset + first };
        arena.integers(indices, block.length).set(block);
        model.forward(common.images, indices, block.length, chance);
        addLoss(common.labels, block.length, 1 / part.batchSize);
        model.backward(block.length, chance);
      }
      return readSums();
    },

    gradient: () => arena.floats(parameters.gradient, parameters.bytes / 4),
    clearGradient,

    gatherGradients() {
      const { address, parts, partStep } = sharedGradient;
      kernels.addParts(address, parts, partStep, share.count);
    },

    update(learningRate) {
      learned.updates++;
      applyUpdate(kernels, optimizer, learningRate, learned.updates, {
        address: common.weights + share.offset,
        count: share.count,
        slots: common.slots.map((slot) => slot + share.offset),
        gradient: sharedGradient,
      });
    },

    refresh,

    evaluate(images, labels) {
      clearSums();
      forwardBlocks(images, (count, first) => {
        arena.bytes(staging.labels, count).set(labels.subarray(first, first + count));
        addLoss(staging.labels, count, 1);
      });
      return readSums();
    },

    predict(images) {
      const probabilities = new Float32Array((CLASSES * images.length) / pixels);
      forwardBlocks(images, (count, first) => {
        const { address, imageBytes } = model.logits.values;
        kernels.softmax(address, imageBytes, count);
        for (let i = 0; i < count; i++) {
          probabilities.set(arena.floats(address + i * imageBytes, CLASSES), CLASSES * (first + i));
        }
      });
      return probabilities;
    },

    readState: () => learned.readState(),

    writeState(state) {
      learned.writeState(state);
      clearGradient();
      refresh();
    },

    follow(updates) {
      learned.updates = updates;
      clearGradient();
      refresh();
    },

    keep: () => learned.keep(),
    kept: () => learned.kept(),

    restore(snapshot) {
      learned.restore(snapshot);
      refresh();
    },
  };
}
