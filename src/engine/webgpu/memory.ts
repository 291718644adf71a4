import { Problem } from '../../lib/problem';
import { engineLabels } from '../engine';

/** Every WebGPU device offers this much for one binding (bytes). More is never asked for. */
const DEFAULT_BINDING_BYTES = 2 ** 27;
/** With a tenth, so that little does not look like nothing. */
const megabytes = (bytes: number) => (Math.ceil(bytes / 1e5) / 10).toLocaleString('en');

/** Buffers of one engine, freed together. */
export interface Memory {
  /** A buffer of so many numbers of four bytes, all zero, for kernels to use. @throws Problem `engineTooSmall` */
  numbers(label: string, count: number): GPUBuffer;
  /** A buffer for anything else. */
  create(label: string, size: number, usage: GPUBufferUsageFlags): GPUBuffer;
  free(): void;
}

/** The most that one buffer may hold here (bytes). */
export const bindingLimit = ({ limits }: GPUDevice) =>
  Math.min(limits.maxStorageBufferBindingSize, limits.maxBufferSize, DEFAULT_BINDING_BYTES);

export function createMemory(device: GPUDevice): Memory {
  const buffers: GPUBuffer[] = [];

  function create(label: string, size: number, usage: GPUBufferUsageFlags): GPUBuffer {
    const buffer = device.createBuffer({ label, size, usage });
    buffers.push(buffer);
    return buffer;
  }

  return {
    create,
    numbers(label, count) {
      const size = Math.max(16, 4 * count);
      requireFit(device, size);
      const { STORAGE, COPY_SRC, COPY_DST } = GPUBufferUsage;
      return create(label, size, STORAGE | COPY_SRC | COPY_DST);
    },
    free: () => buffers.forEach((buffer) => buffer.destroy()),
  };
}

/** @throws Problem `engineTooSmall` where a buffer of `size` bytes cannot be had */
export function requireFit(device: GPUDevice, size: number): void {
  if (size <= bindingLimit(device)) return;
  throw new Problem('engineTooSmall', {
    engine: engineLabels.webgpu,
    needed: megabytes(size),
    limit: megabytes(bindingLimit(device)),
  });
}
