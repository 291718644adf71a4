import { openGpu } from './gpu';
import { dispatchOf } from './kernel';
import type { DenseShape } from './kernels/dense';
import { dense } from './kernels/dense';
import { createMemory } from './memory';
import { compileDispatches, encode, sliceLayout } from './pipelines';
import { SLICE_BYTES, writeSlice } from './slice';

/** A dense layer for 128 images: 17 million operations. */
const IMAGES = 128;
const shape: DenseShape = {
  quads: IMAGES / 4,
  inputs: 256,
  units: 256,
  weights: 0,
  hasBias: false,
  activation: 'linear',
  splits: null,
};
const FLOPS = 2 * shape.inputs * shape.units * IMAGES;
/** The first also compiles what compiling has left. */
const TRIES = 3;

/** Floating-point operations a millisecond: the best of a few runs of one kernel. */
export async function measureRate(): Promise<number> {
  const gpu = await openGpu('webgpu');
  const { device } = gpu;
  const memory = createMemory(device);
  try {
    return await gpu.use(async () => {
      const buffers = [
        memory.numbers('x', shape.inputs * IMAGES),
        memory.numbers('weights', shape.inputs * shape.units),
        memory.numbers('y', shape.units * IMAGES),
      ];
      const struct = new DataView(new ArrayBuffer(SLICE_BYTES));
      writeSlice(struct, 0, wholeSlice);
      const buffer = memory.create('slice', SLICE_BYTES, GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST);
      device.queue.writeBuffer(buffer, 0, struct);
      const layout = sliceLayout(device);
      const commands = await compileDispatches(device, layout, [dispatchOf(dense, shape, buffers)], 64);
      const slices = device.createBindGroup({
        layout,
        entries: [{ binding: 0, resource: { buffer, size: SLICE_BYTES } }],
      });

      let fastestMs = Infinity;
      for (let each = 0; each < TRIES; each++) {
        const startedAt = performance.now();
        const encoder = device.createCommandEncoder();
        const pass = encoder.beginComputePass();
        encode(pass, commands, slices, 0, IMAGES);
        pass.end();
        device.queue.submit([encoder.finish()]);
        await device.queue.onSubmittedWorkDone();
        fastestMs = Math.min(fastestMs, performance.now() - startedAt);
      }
      return FLOPS / fastestMs;
    });
  } finally {
    memory.free();
  }
}

const wholeSlice = {
  count: IMAGES,
  orderStart: 0,
  resultStart: 0,
  offset: 0,
  seed: 0,
  continues: false,
  completes: false,
  scale: 1,
  learningRate: 0,
};
