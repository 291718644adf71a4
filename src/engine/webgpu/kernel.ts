import type { Slice } from './slice';

/** How a kernel uses a buffer: it reads it, or reads and writes it. */
export type Access = 'read' | 'write';

/** What a reference reads and writes: the contents of a kernel's buffers. */
export type Contents = Float32Array | Uint32Array | Int32Array;

/**
 * A compute shader, what it is told, and in plain loops what it must compute. `Shape` says all that is constant in one use of
 * it; shapes name sizes, and offsets count numbers of four bytes.
 */
export interface Kernel<Shape> {
  readonly name: string;
  /** WGSL. The entry point is `main`; group 0 holds the buffers, group 1 the slice (slice.wgsl). */
  readonly code: string;
  readonly bindings: readonly Access[];
  /** Threads of a workgroup; `tuned` where any number will do and WORKGROUP is set to it. */
  readonly workgroup: 'tuned' | 64;
  constants(shape: Shape): Readonly<Record<string, number>>;
  /** Threads that a slice of `count` images needs. */
  threads(shape: Shape, count: number): number;
  /** What it computes, slowly and readably: changes the contents of the buffers it writes. */
  reference(shape: Shape, slice: Slice, buffers: readonly Contents[]): void;
}

/** A kernel with a shape and buffers: something to dispatch. */
export interface Dispatch {
  readonly name: string;
  readonly code: string;
  readonly bindings: readonly Access[];
  readonly workgroup: 'tuned' | 64;
  readonly constants: Readonly<Record<string, number>>;
  readonly buffers: readonly GPUBuffer[];
  threads(count: number): number;
}

export function dispatchOf<Shape>(
  kernel: Kernel<Shape>,
  shape: Shape,
  buffers: readonly GPUBuffer[],
): Dispatch {
  const { name, code, bindings, workgroup } = kernel;
  return {
    name,
    code,
    bindings,
    workgroup,
    constants: kernel.constants(shape),
    buffers,
    threads: (count) => kernel.threads(shape, count),
  };
}

/** Images are computed four at a time. */
export const quadsOf = (count: number) => Math.ceil(count / 4);

/** Images that kernels compute for a slice: whole quads. Those behind its last are never read as results. */
export const imagesOf = ({ count }: Slice) => 4 * quadsOf(count);
