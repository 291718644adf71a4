/** Copies of what kernels leave, that this thread can read. Copies are kept and used again. */
export interface ReadBack {
  /** Adds a copy of the first `size` bytes to commands that are yet to be submitted; after that, `read` gives the bytes. */
  copy(encoder: GPUCommandEncoder, from: GPUBuffer, size: number): { read(): Promise<ArrayBuffer> };
}

/** @param create makes a buffer that is freed with the engine */
export function createReadBack(create: (size: number) => GPUBuffer): ReadBack {
  const idle: GPUBuffer[] = [];

  /** An idle buffer that is large enough, or a new one. */
  function take(size: number): GPUBuffer {
    const place = idle.findIndex((buffer) => buffer.size >= size);
    return place < 0 ? create(size) : idle.splice(place, 1)[0];
  }

  return {
    copy(encoder, from, size) {
      const buffer = take(size);
      encoder.copyBufferToBuffer(from, 0, buffer, 0, size);
      return {
        async read() {
          await buffer.mapAsync(GPUMapMode.READ, 0, size);
          const bytes = buffer.getMappedRange(0, size).slice(0);
          buffer.unmap();
          idle.push(buffer);
          return bytes;
        },
      };
    },
  };
}
