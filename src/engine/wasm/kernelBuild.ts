/** The smallest modules that hold a SIMD instruction and a relaxed one; a browser without them finds them invalid. */
const SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98,
  11,
];
const RELAXED_SIMD = [
  0, 97, 115, 109, 1, 0, 0, 0, 1, 6, 1, 96, 1, 123, 1, 123, 3, 2, 1, 0, 10, 13, 1, 11, 0, 32, 0, 32, 0, 32, 0,
  253, 133, 2, 11,
];

/** Which build of the kernels this browser runs best; null if none. */
export function kernelBuild(): 'relaxed' | 'simd' | null {
  if (WebAssembly.validate(Uint8Array.from(RELAXED_SIMD))) return 'relaxed';
  return WebAssembly.validate(Uint8Array.from(SIMD)) ? 'simd' : null;
}

/** The kernels as a module, once for memory of one thread and once for memory that several share. */
export type LoadKernels = (forSharedMemory: boolean) => Promise<WebAssembly.Module>;
