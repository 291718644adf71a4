/** What was asked of WebGPU. */
export interface GpuCommands {
  readonly dispatches: number;
  readonly passes: number;
  readonly submits: number;
  /** Written by the queue, or by the host into buffers that begin mapped. */
  readonly uploadedBytes: number;
}

/**
 * Counts from now on what this thread asks of WebGPU, which must not have begun.
 * @returns the counts so far; null as long as nothing was ever submitted, which is no measured 0
 */
export function countGpuCommands(): () => GpuCommands | null {
  const counts = { dispatches: 0, passes: 0, submits: 0, uploadedBytes: 0 };
  if (typeof GPUDevice === 'undefined') return () => null;
  const addDispatch = () => counts.dispatches++;
  watchCalls(GPUComputePassEncoder.prototype, 'dispatchWorkgroups', addDispatch);
  watchCalls(GPUComputePassEncoder.prototype, 'dispatchWorkgroupsIndirect', addDispatch);
  watchCalls(GPUCommandEncoder.prototype, 'beginComputePass', () => counts.passes++);
  watchCalls(GPUQueue.prototype, 'submit', () => counts.submits++);
  watchCalls(GPUQueue.prototype, 'writeBuffer', (_buffer, _place, data, start = 0, length) => {
    // An array's `start` and `length` are elements, those of other data bytes.
    const unit = 'BYTES_PER_ELEMENT' in data ? Number(data.BYTES_PER_ELEMENT) : 1;
    counts.uploadedBytes += length === undefined ? data.byteLength - start * unit : length * unit;
  });
  watchCalls(GPUDevice.prototype, 'createBuffer', ({ mappedAtCreation, size }) => {
    if (mappedAtCreation) counts.uploadedBytes += size;
  });
  return () => (counts.submits > 0 ? { ...counts } : null);
}

/** Has `note` told of every call of a method, in any object of the class. */
function watchCalls<Name extends string, Class extends Record<Name, (...values: never[]) => unknown>>(
  prototype: Class,
  name: Name,
  note: (...values: Parameters<Class[Name]>) => void,
): void {
  prototype[name] = new Proxy(prototype[name], {
    apply(method, object, values: Parameters<Class[Name]>) {
      note(...values);
      return Reflect.apply(method, object, values);
    },
  });
}
