import { Problem } from '../../lib/problem';
import { planModel } from '../../model/plan';
import type { ModelPlan } from '../../model/plan';
import { CLASS_COUNT } from '../../model/spec';
import type { Engine, EngineOptions, EngineState, SliceResult } from '../engine';
import type * as contract from '../engine';
import { engineLabels } from '../engine';
import { adamRate, initialOptimizerState, slotNames } from '../optimizer';
import { watchArrivals } from '../watchArrivals';
import { RESULT_IMAGES, compileModel, largestTensor } from './compileModel';
import type { Gpu } from './gpu';
import { quadsOf } from './kernel';
import { NO_LABEL } from './kernels/loss';
import { slotBuffers } from './kernels/update';
import type { Memory } from './memory';
import { bindingLimit, createMemory, requireFit } from './memory';
import { createOrders } from './orders';
import type { Command } from './pipelines';
import { compileDispatches, encode, sliceLayout } from './pipelines';
import { createReadBack } from './readBack';
import type { Slice } from './slice';
import { SLICE_BYTES, writeSlice } from './slice';
import { splitTensors, sumResults, writeBytes, writeRange, writeTensors } from './transfers';

/** A slice of more would make a small graphics card stutter, and predictions wait. */
const MAX_SLICE_IMAGES = 1024;
/** Part of the largest binding that one tensor may take. */
const TENSOR_SHARE = 1 / 2;
/** Slices of one submit, whose structs lie this far apart (bytes: the least that every device allows). */
const MAX_SUBMIT_SLICES = 256;
const SLICE_STRIDE = 256;
/** Submits of this length (ms) leave the page its turns on the graphics card; two in flight keep that busy. */
const SUBMIT_MS = 8;
const SUBMITS_IN_FLIGHT = 2;

/**
 * Our own kernels on the graphics card. A model is compiled once; a step then is a short list of dispatches, of which only a few
 * numbers change. The data set lives on the device.
 * @param workgroup threads of a workgroup; no result depends on it
 */
export async function createWebgpuEngine(
  gpu: Gpu,
  deviceName: string,
  options: EngineOptions,
  workgroup: number,
): Promise<Engine> {
  const memory = createMemory(gpu.device);
  try {
    return await gpu.use(() => build(gpu, memory, deviceName, options, workgroup));
  } catch (error) {
    memory.free();
    throw error;
  }
}

async function build(
  gpu: Gpu,
  memory: Memory,
  deviceName: string,
  options: EngineOptions,
  workgroup: number,
): Promise<Engine> {
  const { device } = gpu;
  const { queue } = device;
  const { optimizer, trainingImages } = options;
  const plan = planModel(options.spec);
  const capacity = sliceCapacity(device, plan);
  const imageCount = trainingImages.labels.length;
  const pixels = trainingImages.images.length / imageCount;
  /** Where images that are only looked at lie: behind the data set, where a word begins. */
  const others = 4 * Math.ceil(imageCount / 4);

  device.pushErrorScope('validation');
  device.pushErrorScope('out-of-memory');
  // The order begins with the numbers of the images that are only looked at.
  const graph = compileModel(memory, plan, optimizer, {
    quads: quadsOf(capacity),
    imageCount: others + capacity,
    orderCount: capacity + Math.max(2 * imageCount, RESULT_IMAGES),
  });
  const structs = memory.create(
    'slices',
    MAX_SUBMIT_SLICES * SLICE_STRIDE,
    GPUBufferUsage.UNIFORM | GPUBufferUsage.COPY_DST,
  );
  const [noMemory, invalid] = [await device.popErrorScope(), await device.popErrorScope()];
  if (noMemory) {
    throw new Problem('engineNoMemory', { engine: engineLabels.webgpu, detail: noMemory.message });
  }
  if (invalid) throw new Problem('engineFailed', { engine: engineLabels.webgpu, detail: invalid.message });

  const layout = sliceLayout(device);
  const distinct = [...new Set([...graph.training, ...graph.inference, ...graph.backward])];
  const compiled = await compileDispatches(device, layout, distinct, workgroup);
  const commandsOf = (dispatches: typeof graph.training) =>
    dispatches.map((dispatch) => compiled[distinct.indexOf(dispatch)]);
  const stepCommands = commandsOf([...graph.training, ...graph.backward]);
  const lookCommands = commandsOf(graph.inference);
  const slices = device.createBindGroup({
    layout,
    entries: [{ binding: 0, resource: { buffer: structs, size: SLICE_BYTES } }],
  });

  queue.writeBuffer(graph.shares.buffer, 0, graph.shares.words);
  queue.writeBuffer(
    graph.order,
    0,
    Uint32Array.from({ length: capacity }, (_, i) => others + i),
  );
  const orders = createOrders(capacity, graph.order.size / 4, (place, numbers) =>
    queue.writeBuffer(graph.order, 4 * place, numbers as Uint32Array<ArrayBuffer>),
  );
  const receiveArrivals = watchArrivals(trainingImages);
  const readBack = createReadBack((size) =>
    memory.create('copy', size, GPUBufferUsage.MAP_READ | GPUBufferUsage.COPY_DST),
  );
  let updates = 0;
  /** Whether slices of a batch under way have left a gradient. */
  let continues = false;
  /** What an image took lately (ms); before the first submit nothing is known, and it holds one slice. */
  let imageMs = Infinity;

  loadState({ weights: options.weights, optimizer: initialOptimizerState(optimizer, options.weights) });

  /** Runs commands once for each slice, in one submit, with copies of `copied` made at the end. */
  function submit(
    commands: readonly Command[],
    group: readonly Slice[],
    copied: readonly { buffer: GPUBuffer; size: number }[],
  ): Promise<ArrayBuffer[]> {
    const bytes = new DataView(new ArrayBuffer(group.length * SLICE_STRIDE));
    group.forEach((slice, i) => writeSlice(bytes, i * SLICE_STRIDE, slice));
    queue.writeBuffer(structs, 0, bytes);
    const encoder = device.createCommandEncoder();
    if (commands.length > 0) {
      const pass = encoder.beginComputePass();
      group.forEach(({ count }, i) => encode(pass, commands, slices, i * SLICE_STRIDE, count));
      pass.end();
    }
    const copies = copied.map(({ buffer, size }) => readBack.copy(encoder, buffer, size));
    queue.submit([encoder.finish()]);
    return Promise.all(copies.map((copy) => copy.read()));
  }

  /** What kernels are told of a slice. Counts the update that it may end in. */
  function kernelSlice(slice: contract.Slice, resultStart: number): Slice {
    if (slice.update) updates++;
    const told = {
      count: slice.indices.length,
      orderStart: orders.place(slice.indices),
      resultStart,
      offset: slice.offset,
      seed: slice.seed,
      continues,
      completes: slice.update !== null,
      scale: 1 / slice.batchSize,
      learningRate: slice.update ? rateOf(slice.update.learningRate) : 0,
    };
    continues = slice.update === null;
    return told;
  }

  const rateOf = (learningRate: number) =>
    optimizer.name === 'adam'
      ? adamRate(learningRate, optimizer.beta1, optimizer.beta2, updates)
      : learningRate;

  /** The next slices that fit one submit: about SUBMIT_MS of work, whose orders and results have room. */
  function takeGroup(waiting: contract.Slice[]): Slice[] {
    if (!orders.has(waiting[0].indices)) orders.clear();
    const group: Slice[] = [];
    let images = 0;
    while (waiting.length > 0 && group.length < MAX_SUBMIT_SLICES) {
      const { indices } = waiting[0];
      const isFull =
        images + indices.length > RESULT_IMAGES || (images + indices.length) * imageMs > SUBMIT_MS;
      if (group.length > 0 && (isFull || !orders.has(indices))) break;
      group.push(kernelSlice(waiting.shift()!, images));
      images += indices.length;
    }
    return group;
  }

  async function step(all: readonly contract.Slice[]): Promise<SliceResult[]> {
    const waiting = [...all];
    const results: SliceResult[] = [];
    const inFlight: Promise<void>[] = [];
    let doneAt = performance.now();
    while (waiting.length > 0) {
      if (inFlight.length >= SUBMITS_IN_FLIGHT) await inFlight.shift();
      const group = takeGroup(waiting);
      const images = group.reduce((sum, { count }) => sum + count, 0);
      const read = submit(stepCommands, group, [{ buffer: graph.results, size: 8 * images }]);
      const done = read.then(([bytes]) => {
        const now = performance.now();
        imageMs = (now - doneAt) / images;
        doneAt = now;
        results.push(...group.map((slice) => sumResults(new Float32Array(bytes), slice)));
      });
      // Where two fail, the first is told.
      done.catch(() => undefined);
      inFlight.push(done);
    }
    await Promise.all(inFlight);
    return results;
  }

  /** Puts images behind the data set and runs the model on them, without learning. */
  function look(
    images: Uint8Array,
    labels: Uint8Array,
    copied: GPUBuffer,
    size: number,
  ): Promise<ArrayBuffer> {
    writeBytes(queue, graph.bytes, others * pixels, images);
    writeBytes(queue, graph.labels, others, labels);
    const slice: Slice = {
      count: labels.length,
      orderStart: 0,
      resultStart: 0,
      offset: 0,
      seed: 0,
      continues: false,
      completes: false,
      scale: 1,
      learningRate: 0,
    };
    return submit(lookCommands, [slice], [{ buffer: copied, size }]).then(([bytes]) => bytes);
  }

  function loadState(state: EngineState): void {
    writeTensors(queue, graph.weights, state.weights);
    for (const name of slotNames[optimizer.name]) {
      writeTensors(queue, graph.slots[slotBuffers[name]], state.optimizer.slots[name]);
    }
    updates = state.optimizer.step;
    continues = false;
  }

  return {
    name: 'webgpu',
    device: deviceName,
    nodes: 1,
    nodeReports: [],
    losses: [],
    maxSliceImages: capacity,

    step(all) {
      receiveArrivals((first, images, labels) => {
        const [start, end] = [first * pixels, first * pixels + images.length];
        writeRange(queue, graph.bytes, trainingImages.images, start, end);
        writeRange(queue, graph.labels, trainingImages.labels, first, first + labels.length);
      });
      return gpu.use(() => step(all));
    },

    evaluate: (images, labels) =>
      gpu.use(async () => {
        const bytes = await look(images, labels, graph.results, 8 * labels.length);
        return sumResults(new Float32Array(bytes), { resultStart: 0, count: labels.length });
      }),

    predict: (images) =>
      gpu.use(async () => {
        const count = images.length / pixels;
        const stride = 4 * quadsOf(capacity);
        const labels = new Uint8Array(count).fill(NO_LABEL);
        const bytes = await look(images, labels, graph.logitGradient, 4 * CLASS_COUNT * stride);
        const columns = new Float32Array(bytes);
        return Float32Array.from(
          { length: count * CLASS_COUNT },
          (_, i) => columns[(i % CLASS_COUNT) * stride + Math.floor(i / CLASS_COUNT)],
        );
      }),

    readState: () =>
      gpu.use(async () => {
        const names = slotNames[optimizer.name];
        const buffers = [graph.weights, ...names.map((name) => graph.slots[slotBuffers[name]])];
        const size = 4 * plan.parameterCount;
        const [weights, ...slots] = await submit(
          [],
          [],
          buffers.map((buffer) => ({ buffer, size })),
        );
        return {
          weights: splitTensors(plan, weights),
          optimizer: {
            step: updates,
            slots: Object.fromEntries(names.map((name, i) => [name, splitTensors(plan, slots[i])])),
          },
        };
      }),

    async writeState(state) {
      loadState(state);
    },

    async dispose() {
      memory.free();
    },
  };
}

/** Images of a slice, four at a time. @throws Problem `engineTooSmall` where not even four fit */
function sliceCapacity(device: GPUDevice, plan: ModelPlan): number {
  const imageBytes = 4 * largestTensor(plan);
  const fitting = 4 * Math.floor((TENSOR_SHARE * bindingLimit(device)) / imageBytes / 4);
  if (fitting < 4) requireFit(device, (4 * imageBytes) / TENSOR_SHARE);
  return Math.min(MAX_SLICE_IMAGES, fitting);
}
