import type { NodePlace } from './layOutNode';

/** 1 GiB in pages of 64 KiB, as in scripts/kernels.mjs: addresses that are set aside, not memory that is used. */
const SHARED_PAGES = 16_384;

/** A node with a memory to itself. */
export function ownMemory(): NodePlace {
  return { memory: new WebAssembly.Memory({ initial: 1 }), self: 0, nodes: 1, common: null };
}

/** The first of several nodes that share a memory. @throws RangeError where the device has not so much address space */
export function sharedMemory(nodes: number): NodePlace {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: SHARED_PAGES, shared: true });
  return { memory, self: 0, nodes, common: null };
}
