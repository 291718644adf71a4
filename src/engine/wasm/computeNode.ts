import type { ModelPlan } from '../../model/plan';
import type { EngineState, SliceResult } from '../engine';
import type { OptimizerSpec } from '../optimizer';
import { slotNames } from '../optimizer';
import { applyUpdate } from './applyUpdate';
import { createArena } from './arena';
import { compileModel } from './compileModel';
import type { Kernels } from './kernels';
import type { PanelWeights } from './layer';

/** Images computed together: their values still fit the second-level cache, and each weight is fetched once for all of them. */
const BLOCK = 12;
const CLASSES = 10;

/** Part of a batch for one node: what a Slice says, but for the update, which all nodes make together. */
export interface NodePart {
  readonly indices: Uint32Array;
  readonly offset: number;
  readonly batchSize: number;
  readonly dropoutSeed: number;
}

/** One node: its own memory with the model, the training images and the optimizer's slots. Everything is synchronous. */
export interface ComputeNode {
  /** Takes in training images that have arrived, from image `first` on. */
  addImages(first: number, images: Uint8Array, labels: Uint8Array): void;
  /** Adds a part's gradient; returns its loss and right answers. */
  accumulate(part: NodePart): SliceResult;
  /** The sum of gradients since the last update, of all weights; a view that lasts until the next call. */
  gradient(): Float32Array;
  /** Applies the gradient and clears it. */
  update(learningRate: number): void;
  evaluate(images: Uint8Array, labels: Uint8Array): SliceResult;
  predict(images: Uint8Array): Float32Array;
  readState(): EngineState;
  writeState(state: EngineState): void;
  /** Weights, slots and gradient as they lie, to go back to with `restore`. */
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
}

interface Snapshot {
  readonly bytes: Uint8Array;
  readonly updates: number;
}

export async function createComputeNode(
  module: WebAssembly.Module,
  plan: ModelPlan,
  optimizer: OptimizerSpec,
  trainingCount: number,
): Promise<ComputeNode> {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  // The exports are those of assembly/index.ts.
  const kernels = instance.exports as unknown as Kernels;
  const arena = createArena(memory, kernels.heapBase());
  const parameters = { address: 0, gradient: 0, bytes: 0 };
  const zeros = arena.allocate(64);
  const model = compileModel(plan, { arena, kernels, block: BLOCK, zeros, parameters });
  parameters.address = arena.allocate(parameters.bytes);
  parameters.gradient = arena.allocate(parameters.bytes);
  const slots = slotNames[optimizer.name].map((name) => ({
    name,
    address: arena.allocate(parameters.bytes),
  }));

  const pixels = plan.spec.inputShape.reduce((product, side) => product * side, 1);
  const training = allocateLabelled(trainingCount);
  const staging = allocateLabelled(BLOCK);
  const indices = arena.allocate(4 * BLOCK);
  const sums = arena.allocate(16);
  let updates = 0;

  /** Weights, gradient and slots, one behind the other. */
  const learned = () =>
    arena.bytes(
      parameters.address,
      (slots.at(-1)?.address ?? parameters.gradient) + parameters.bytes - parameters.address,
    );
  const refresh = () => model.weights.forEach((weights) => weights.refresh());

  function allocateLabelled(count: number) {
    return { images: arena.allocate(count * pixels), labels: arena.allocate(count) };
  }

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

  const clearSums = () => arena.bytes(sums, 16).fill(0);

  function readSums(): SliceResult {
    const [lossSum, correct] = new Float64Array(memory.buffer, sums, 2);
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

  function write(base: number, tensors: readonly Float32Array[]): void {
    let next = 0;
    for (const { offset, bytes, places } of model.weights) {
      const values = arena.floats(base + offset, bytes / 4);
      values.fill(0);
      for (const place of places) {
        const tensor = tensors[next++];
        for (let i = 0; i < tensor.length; i++) values[place[i]] = tensor[i];
      }
    }
  }

  function read(base: number): Float32Array[] {
    return model.weights.flatMap(({ offset, bytes, places }: PanelWeights) => {
      const values = arena.floats(base + offset, bytes / 4);
      return places.map((place) => Float32Array.from(place, (at) => values[at]));
    });
  }

  return {
    addImages(first, images, labels) {
      arena.bytes(training.images + first * pixels, images.length).set(images);
      arena.bytes(training.labels + first, labels.length).set(labels);
    },

    accumulate(part) {
      clearSums();
      for (let first = 0; first < part.indices.length; first += BLOCK) {
        const block = part.indices.subarray(first, first + BLOCK);
        const dropout = { seed: part.dropoutSeed, offset: part.offset + first };
        arena.integers(indices, block.length).set(block);
        model.forward(training.images, indices, block.length, dropout);
        addLoss(training.labels, block.length, 1 / part.batchSize);
        model.backward(block.length, dropout);
      }
      return readSums();
    },

    gradient: () => arena.floats(parameters.gradient, parameters.bytes / 4),

    update(learningRate) {
      updates++;
      applyUpdate(
        kernels,
        optimizer,
        learningRate,
        updates,
        parameters,
        slots.map(({ address }) => address),
      );
      arena.bytes(parameters.gradient, parameters.bytes).fill(0);
      refresh();
    },

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

    readState: () => ({
      weights: read(parameters.address),
      optimizer: {
        step: updates,
        slots: Object.fromEntries(slots.map(({ name, address }) => [name, read(address)])),
      },
    }),

    writeState(state) {
      write(parameters.address, state.weights);
      for (const { name, address } of slots) write(address, state.optimizer.slots[name]);
      arena.bytes(parameters.gradient, parameters.bytes).fill(0);
      refresh();
      updates = state.optimizer.step;
    },

    snapshot: () => ({ bytes: learned().slice(), updates }),

    restore(snapshot) {
      learned().set(snapshot.bytes);
      refresh();
      updates = snapshot.updates;
    },
  };
}
