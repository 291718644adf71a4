import { createRandom } from '../../../lib/random';
import type { Arena } from '../arena';
import { createArena } from '../arena';
import type { Kernels } from '../kernels';

/** Somewhere to try kernels: cleared memory, and random numbers to put there. */
export interface Workbench {
  readonly kernels: Kernels;
  readonly arena: Arena;
  /** Numbers −1 … 1 in memory. */
  numbers(length: number): Placed;
  place(values: ArrayLike<number>): Placed;
  /** A whole number 0 … bound − 1. */
  below(bound: number): number;
}

/** Floats in memory, and what they were when they were put there. */
export interface Placed {
  readonly address: number;
  readonly values: Float32Array;
  /** What they are now. */
  read(): Float32Array;
}

/** Each call clears the memory of the one before; what `seed` says decides all random numbers. */
export function createWorkbench(module: WebAssembly.Module): (seed: number) => Workbench {
  const memory = new WebAssembly.Memory({ initial: 64 });
  // The exports are those of assembly/index.ts.
  const kernels = new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Kernels;
  return (seed) => {
    const random = createRandom(seed);
    new Uint8Array(memory.buffer).fill(0, kernels.heapBase());
    const arena = createArena(memory, kernels.heapBase());

    function place(numbers: ArrayLike<number>): Placed {
      const values = Float32Array.from(numbers);
      const address = arena.allocate(4 * values.length);
      arena.floats(address, values.length).set(values);
      return { address, values, read: () => arena.floats(address, values.length).slice() };
    }

    return {
      kernels,
      arena,
      place,
      numbers: (length) => place(Float32Array.from({ length }, () => 2 * random.uniform() - 1)),
      below: (bound) => random.below(bound),
    };
  };
}

/**
 * The offsets (floats) of `count` places of `size` floats each, a multiple of 4 with a random gap behind each, in random
 * order; what lies in the gaps must stay as it is.
 */
export function scattered({ below }: Workbench, count: number, size: number) {
  const offsets: number[] = [];
  let length = 0;
  for (let i = 0; i < count; i++) {
    offsets.splice(below(i + 1), 0, length);
    length += size + 4 * below(3);
  }
  return { offsets, length };
}

/** Offsets of floats as a table of bytes. */
export const bytesOf = (offsets: readonly number[]) => offsets.map((offset) => 4 * offset);

export const range = (length: number) => Array.from({ length }, (_, i) => i);
