import fc from 'fast-check';
import { createRandom } from '../../../lib/random';
import { workgroups } from '../../engine';
import type { Contents } from '../kernel';
import { dispatchOf } from '../kernel';
import { compileDispatches, encode, sliceLayout } from '../pipelines';
import type { Slice } from '../slice';
import { SLICE_BYTES, writeSlice } from '../slice';
import type { KernelCases } from './cases';
import { MOST_START } from './cases';

/** Curves and divisions: graphics cards approximate. Of the greatest value, or of 1 where that is less. */
const TOLERANCE = 1e-5;

const chosenSlice = fc.record({
  count: fc.nat(),
  orderStart: fc.nat(MOST_START),
  resultStart: fc.nat(MOST_START),
  offset: fc.nat(1000),
  seed: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  continues: fc.boolean(),
  completes: fc.boolean(),
  scale: fc.constantFrom(1, 1 / 4, 1 / 128),
  learningRate: fc.constantFrom(1 / 2, 1 / 64),
});

/** Compares a kernel with its reference on generated shapes, ragged slices and real sizes. @throws what differs, and where */
export async function checkKernel(
  device: GPUDevice,
  { kernel, shapes, real, contents }: KernelCases<unknown>,
  runs: number,
): Promise<void> {
  const quadsOf = (shape: unknown) => (shape as { quads: number }).quads;
  const input = fc.record({
    shape: shapes,
    slice: chosenSlice,
    seed: fc.nat(),
    workgroup: fc.constantFrom(...workgroups),
  });
  await fc.assert(
    fc.asyncProperty(input, async ({ shape, slice: chosen, seed, workgroup }) => {
      const slice = { ...chosen, count: 1 + (chosen.count % (4 * quadsOf(shape))) };
      await compare(shape, slice, seed, workgroup);
    }),
    // Each try compiles a pipeline: a smaller counterexample is not worth minutes.
    { numRuns: runs, endOnFailure: true },
  );
  for (const shape of real) {
    for (const count of [4 * quadsOf(shape), 4 * quadsOf(shape) - 5]) {
      const [slice] = fc.sample(chosenSlice, { numRuns: 1, seed: count });
      await compare(shape, { ...slice, count }, count, 64);
    }
  }

  async function compare(shape: unknown, slice: Slice, seed: number, workgroup: number): Promise<void> {
    const before = contents(shape, createRandom(seed));
    const expected = before.map((each) => each.slice());
    kernel.reference(shape, slice, expected);
    const actual = await runOnDevice(shape, slice, before, workgroup);
    kernel.bindings.forEach((access, binding) => {
      if (access === 'write')
        expectAlike(actual[binding], expected[binding], `${kernel.name}, buffer ${binding}`);
    });
  }

  async function runOnDevice(
    shape: unknown,
    slice: Slice,
    before: readonly Contents[],
    workgroup: number,
  ): Promise<Contents[]> {
    device.pushErrorScope('validation');
    device.pushErrorScope('out-of-memory');
    device.pushErrorScope('internal');
    const { STORAGE, COPY_SRC, COPY_DST, MAP_READ, UNIFORM } = GPUBufferUsage;
    const created: GPUBuffer[] = [];
    const create = (size: number, usage: number) => {
      const buffer = device.createBuffer({ size, usage });
      created.push(buffer);
      return buffer;
    };
    const buffers = before.map((each) => {
      const buffer = create(Math.max(16, each.byteLength), STORAGE | COPY_SRC | COPY_DST);
      device.queue.writeBuffer(buffer, 0, each);
      return buffer;
    });
    const struct = new DataView(new ArrayBuffer(SLICE_BYTES));
    writeSlice(struct, 0, slice);
    const uniform = create(SLICE_BYTES, UNIFORM | COPY_DST);
    device.queue.writeBuffer(uniform, 0, struct);

    const layout = sliceLayout(device);
    const commands = await compileDispatches(device, layout, [dispatchOf(kernel, shape, buffers)], workgroup);
    const slices = device.createBindGroup({
      layout,
      entries: [{ binding: 0, resource: { buffer: uniform, size: SLICE_BYTES } }],
    });
    const encoder = device.createCommandEncoder();
    const pass = encoder.beginComputePass();
    encode(pass, commands, slices, 0, slice.count);
    pass.end();
    const copies = before.map(({ byteLength }, i) => {
      const copy = create(byteLength, MAP_READ | COPY_DST);
      encoder.copyBufferToBuffer(buffers[i], 0, copy, 0, byteLength);
      return copy;
    });
    device.queue.submit([encoder.finish()]);
    const errors = await Promise.all([
      device.popErrorScope(),
      device.popErrorScope(),
      device.popErrorScope(),
    ]);
    for (const error of errors) if (error) throw new Error(`${kernel.name}: ${error.message}`);

    const after: Contents[] = [];
    for (const [i, copy] of copies.entries()) {
      await copy.mapAsync(GPUMapMode.READ);
      const bytes = copy.getMappedRange().slice(0);
      after.push(new (before[i].constructor as new (bytes: ArrayBuffer) => Contents)(bytes));
    }
    created.forEach((buffer) => buffer.destroy());
    return after;
  }
}

function expectAlike(actual: Contents, expected: Contents, where: string): void {
  let greatest = 1;
  for (const value of expected) greatest = Math.max(greatest, Math.abs(value));
  for (const [i, value] of expected.entries()) {
    if (Math.abs(actual[i] - value) <= TOLERANCE * greatest) continue;
    throw new Error(`${where}, number ${i}: ${actual[i]}, not ${value}`);
  }
}
