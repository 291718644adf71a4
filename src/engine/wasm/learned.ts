import type { EngineState } from '../engine';
import type { OptimizerSpec } from '../optimizer';
import { slotNames } from '../optimizer';
import type { Kernels } from './kernels';
import type { NodeMemory } from './layOutNode';

/** What training changes, in and out of memory: weights, slots and the gradient. */
export interface Learned {
  /** Updates made so far. */
  updates: number;
  readState(): EngineState;
  writeState(state: EngineState): void;
  /** Remembers everything within the memory: fast. */
  keep(): void;
  /** What was kept last. */
  kept(): Snapshot;
  /** Goes back to what was kept, perhaps in another memory. */
  restore(snapshot: Snapshot): void;
}

/** Weights, slots and gradient as they lie in memory, and how many updates made them. */
export interface Snapshot {
  readonly bytes: Uint8Array;
  readonly updates: number;
}

export function createLearned(kernels: Kernels, optimizer: OptimizerSpec, memory: NodeMemory): Learned {
  const { arena, model, parameters, common } = memory;
  const { bytes } = parameters;
  const slots = slotNames[optimizer.name].map((name, i) => ({ name, address: common.slots[i] }));
  const all = [common.weights, ...common.slots, parameters.gradient];
  let keptUpdates = 0;

  function write(base: number, tensors: readonly Float32Array[]): void {
    let next = 0;
    for (const weights of model.weights) {
      const values = arena.floats(base + weights.offset, weights.bytes / 4);
      values.fill(0);
      for (const place of weights.places) {
        const tensor = tensors[next++];
        for (let i = 0; i < tensor.length; i++) values[place[i]] = tensor[i];
      }
    }
  }

  function read(base: number): Float32Array[] {
    return model.weights.flatMap((weights) => {
      const values = arena.floats(base + weights.offset, weights.bytes / 4);
      return weights.places.map((place) => {
        const tensor = new Float32Array(place.length);
        for (let i = 0; i < tensor.length; i++) tensor[i] = values[place[i]];
        return tensor;
      });
    });
  }

  return {
    updates: 0,
    readState() {
      const values = slots.map(({ name, address }) => [name, read(address)]);
      return {
        weights: read(common.weights),
        optimizer: { step: this.updates, slots: Object.fromEntries(values) },
      };
    },
    writeState({ weights, optimizer: { slots: values, step } }) {
      write(common.weights, weights);
      for (const { name, address } of slots) write(address, values[name]);
      this.updates = step;
    },
    keep() {
      all.forEach((address, i) => kernels.copy(address, common.kept + i * bytes, bytes));
      keptUpdates = this.updates;
    },
    kept: () => ({ bytes: arena.bytes(common.kept, all.length * bytes).slice(), updates: keptUpdates }),
    restore(snapshot) {
      all.forEach((address, i) => {
        arena.bytes(address, bytes).set(snapshot.bytes.subarray(i * bytes, (i + 1) * bytes));
      });
      this.updates = snapshot.updates;
    },
  };
}
