/** WebAssembly memory, handed out from the front and never taken back: a model's arena lives and dies with its engine. */
export interface Arena {
  readonly memory: WebAssembly.Memory;
  /** The address of `bytes` zero bytes, aligned for vectors. */
  allocate(bytes: number): number;
  /** The address of these numbers as i32. */
  table(values: ArrayLike<number>): number;
  /** The first address that has not been handed out, a multiple of ALIGNMENT. */
  end(): number;
  /** The numbers at an address; valid until the next allocation. */
  floats(address: number, length: number): Float32Array;
  bytes(address: number, length: number): Uint8Array;
  integers(address: number, length: number): Uint32Array;
}

const PAGE_BYTES = 65_536;
/** A cache line: rows of different nodes never share one. */
const ALIGNMENT = 64;

/** All memory from the address `start` on. */
export function createArena(memory: WebAssembly.Memory, start: number): Arena {
  let top = Math.ceil(start / ALIGNMENT) * ALIGNMENT;

  function allocate(bytes: number): number {
    const address = top;
    top += Math.ceil(bytes / ALIGNMENT) * ALIGNMENT;
    const missing = top - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
    return address;
  }

  const integers = (address: number, length: number) => new Uint32Array(memory.buffer, address, length);

  return {
    memory,
    allocate,
    end: () => top,
    table(values) {
      const address = allocate(4 * values.length);
      integers(address, values.length).set(values);
      return address;
    },
    floats: (address, length) => new Float32Array(memory.buffer, address, length),
    bytes: (address, length) => new Uint8Array(memory.buffer, address, length),
    integers,
  };
}
