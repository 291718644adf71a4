import { planModel } from '../../model/plan';
import type { Engine, EngineOptions, EngineState, ImageSource, Slice, SliceResult } from '../engine';
import { initialOptimizerState, slotNames } from '../optimizer';
import { createArena } from './arena';
import { compileModel } from './compileModel';
import type { Kernels } from './kernels';
import type { PanelWeights } from './layer';
import { applyUpdate } from './applyUpdate';

/** Images computed together: their values still fit the second-level cache, and each weight is fetched once for all of them. */
const BLOCK = 16;
/** Work of one slice (floating-point operations), near 100 ms on one core at 20 GFLOP/s. */
const SLICE_FLOPS = 2e9;
const MAX_SLICE_IMAGES = 2048;

/** Our own kernels on one thread. */
export async function createWasmEngine(
  module: WebAssembly.Module,
  device: string,
  options: EngineOptions,
): Promise<Engine> {
  const { optimizer, trainingImages } = options;
  const plan = planModel(options.spec);
  const memory = new WebAssembly.Memory({ initial: 1 });
  const instance = await WebAssembly.instantiate(module, { env: { memory } });
  // The exports are those of assembly/index.ts.
  const kernels = instance.exports as unknown as Kernels;
  const arena = createArena(memory, kernels.heapBase());
  const model = compileModel(plan, { arena, kernels, block: BLOCK, zeros: arena.allocate(64) });
  const slots = slotNames[optimizer.name].map(() => model.weights.map(({ bytes }) => arena.allocate(bytes)));

  const pixels = plan.spec.inputShape.reduce((product, side) => product * side, 1);
  const training = allocateLabelled(trainingImages.labels.length);
  const staging = allocateLabelled(BLOCK);
  const indices = arena.allocate(4 * BLOCK);
  const sums = arena.allocate(16);
  let copiedCount = 0;
  let updates = 0;

  function allocateLabelled(count: number) {
    return { images: arena.allocate(count * pixels), labels: arena.allocate(count) };
  }

  /** Images arrive while training goes on. */
  function copyArrivals({ images, labels, loadedCount }: ImageSource): void {
    if (loadedCount === copiedCount) return;
    const arrived = loadedCount - copiedCount;
    arena
      .bytes(training.images + copiedCount * pixels, arrived * pixels)
      .set(images.subarray(copiedCount * pixels, loadedCount * pixels));
    arena.bytes(training.labels + copiedCount, arrived).set(labels.subarray(copiedCount, loadedCount));
    copiedCount = loadedCount;
  }

  function runSlice(slice: Slice): SliceResult {
    arena.floats(sums, 4).fill(0);
    for (let first = 0; first < slice.indices.length; first += BLOCK) {
      const block = slice.indices.subarray(first, first + BLOCK);
      const dropout = { seed: slice.dropoutSeed, offset: slice.offset + first };
      arena.integers(indices, block.length).set(block);
      model.forward(training.images, indices, block.length, dropout);
      addLoss(training.labels, block.length, 1 / slice.batchSize);
      model.backward(block.length, dropout);
    }
    if (slice.update) {
      updates++;
      model.weights.forEach((weights, i) => {
        const slotAddresses = slots.map((slot) => slot[i]);
        applyUpdate(kernels, optimizer, slice.update!.learningRate, updates, weights, slotAddresses);
        arena.bytes(weights.gradient, weights.bytes).fill(0);
        weights.refresh();
      });
    }
    return readSums();
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

  function readSums(): SliceResult {
    const [lossSum, correct] = new Float64Array(arena.memory.buffer, sums, 2);
    return { lossSum, correct };
  }

  /** Goes forward over images that are given as bytes, block by block. */
  function forwardBlocks(images: Uint8Array, visit: (count: number, first: number) => void): void {
    const count = images.length / pixels;
    arena.integers(indices, BLOCK).set(Array.from({ length: BLOCK }, (_, i) => i));
    for (let first = 0; first < count; first += BLOCK) {
      const end = Math.min(first + BLOCK, count);
      arena.bytes(staging.images, (end - first) * pixels).set(images.subarray(first * pixels, end * pixels));
      model.forward(staging.images, indices, end - first, null);
      visit(end - first, first);
    }
  }

  function loadState(state: EngineState): void {
    const write = (address: number, tensors: readonly Float32Array[], { places, bytes }: PanelWeights) => {
      const values = arena.floats(address, bytes / 4);
      values.fill(0);
      places.forEach((place, t) => tensors[t].forEach((value, i) => (values[place[i]] = value)));
    };
    eachLayersTensors((weights, layer, first, count) => {
      write(weights.address, state.weights.slice(first, first + count), weights);
      slotNames[optimizer.name].forEach((name, slot) => {
        write(slots[slot][layer], state.optimizer.slots[name].slice(first, first + count), weights);
      });
      arena.bytes(weights.gradient, weights.bytes).fill(0);
      weights.refresh();
    });
    updates = state.optimizer.step;
  }

  function eachLayersTensors(
    visit: (weights: PanelWeights, layer: number, firstTensor: number, tensorCount: number) => void,
  ): void {
    let first = 0;
    model.weights.forEach((weights, layer) => {
      visit(weights, layer, first, weights.places.length);
      first += weights.places.length;
    });
  }

  loadState({ weights: options.weights, optimizer: initialOptimizerState(optimizer, options.weights) });

  return {
    name: 'wasm',
    device,
    maxSliceImages: Math.min(MAX_SLICE_IMAGES, Math.ceil(SLICE_FLOPS / plan.trainingFlops)),

    async step(slices) {
      copyArrivals(trainingImages);
      return slices.map(runSlice);
    },

    async evaluate(images, labels) {
      arena.floats(sums, 4).fill(0);
      forwardBlocks(images, (count, first) => {
        arena.bytes(staging.labels, count).set(labels.subarray(first, first + count));
        addLoss(staging.labels, count, 1);
      });
      return readSums();
    },

    async predict(images) {
      const probabilities = new Float32Array((10 * images.length) / pixels);
      forwardBlocks(images, (count, first) => {
        const { address, imageBytes } = model.logits.values;
        kernels.softmax(address, imageBytes, count);
        for (let i = 0; i < count; i++) {
          probabilities.set(arena.floats(address + i * imageBytes, 10), 10 * (first + i));
        }
      });
      return probabilities;
    },

    async readState() {
      const read = (addresses: readonly number[]) =>
        model.weights.flatMap(({ places, bytes }, layer) => {
          const values = arena.floats(addresses[layer], bytes / 4);
          return places.map((place) => Float32Array.from(place, (at) => values[at]));
        });
      return {
        weights: read(model.weights.map(({ address }) => address)),
        optimizer: {
          step: updates,
          slots: Object.fromEntries(slotNames[optimizer.name].map((name, slot) => [name, read(slots[slot])])),
        },
      };
    },

    async writeState(state) {
      loadState(state);
    },

    async dispose() {
      // The memory goes with the last reference to it.
    },
  };
}
