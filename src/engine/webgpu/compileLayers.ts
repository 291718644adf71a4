import { samePadding } from '../../model/plan';
import type { ModelPlan } from '../../model/plan';
import type { Activation, Conv2dSpec, DenseSpec, MaxPooling2dSpec, Size2d } from '../../model/spec';
import { CLASS_COUNT } from '../../model/spec';
import { distortionLength } from '../distortion';
import type { Body, Compiler, Logits, WeightGradient } from './compiler';
import type { Dispatch } from './kernel';
import { dispatchOf } from './kernel';
import { activate } from './kernels/activate';
import type { ConvolutionShape } from './kernels/convolutionShape';
import { denseGeometry, pixelsOf } from './kernels/convolutionShape';
import { convolve } from './kernels/convolve';
import { convolveBack } from './kernels/convolveBack';
import { dense } from './kernels/dense';
import { denseBack } from './kernels/denseBack';
import { drawDistortions } from './kernels/drawDistortions';
import { dropOut } from './kernels/dropOut';
import { gather } from './kernels/gather';
import { gatherDistorted } from './kernels/gatherDistorted';
import { maxPool } from './kernels/maxPool';
import { maxPoolBack } from './kernels/maxPoolBack';
import { rowsOf, tilesOf, weightGradient } from './kernels/weightGradient';

/** Threads that keep a large graphics card busy: a weight gradient is cut into parts until there are so many. */
const BUSY_THREADS = 16_384;
/** Inputs that one thread of the last dense layer adds up. */
const INPUTS_PER_THREAD = 64;
/** A pooling of so many pixels can be part of the convolution before it. */
const FUSED_POOL_PIXELS = 4;

/** What a layer leaves. */
interface Tensor {
  readonly shape: readonly number[];
  readonly size: number;
  readonly values: GPUBuffer;
  /** Of the sums before the activation; null where nobody asks, as for the pixels. */
  readonly gradient: GPUBuffer | null;
  /** The activation its values have come through. */
  readonly activation: Activation;
}

/** The layers of any model, one or two dispatches each. */
export function compileLayers(compiler: Compiler): Body {
  const { plan, memory, quads, bytes, order, weights, unused, logitGradient } = compiler;
  const layers = workingLayers(plan);
  const firstThatLearns = layers.findIndex(({ parameterCount }) => parameterCount > 0);
  const forward: Dispatch[] = [];
  const inference: Dispatch[] = [];
  const backward: Dispatch[] = [];
  const gradients: WeightGradient[] = [];
  let logits: Logits | null = null;

  let tensor = allocate(plan.spec.inputShape, 'linear', false, false);
  compileGather();
  for (let place = 0; place < layers.length;) {
    const layer = layers[place];
    const next = layers.at(place + 1);
    const { spec } = layer;
    if (spec.type === 'conv2d' && next?.spec.type === 'maxPooling2d' && canFuse(next)) {
      compileConvolution(spec, place, next.spec.pool, next.outputShape, place + 1);
      place += 2;
      continue;
    }
    switch (spec.type) {
      case 'conv2d':
        compileConvolution(spec, place, [1, 1], layer.outputShape, place);
        break;
      case 'dense':
        compileDense(spec, place);
        break;
      case 'maxPooling2d':
        compilePooling(spec, place);
        break;
      case 'activation': {
        const output = allocateOutput(place, spec.activation);
        const shape = { quads, values: tensor.size, activation: spec.activation };
        run(dispatchOf(activate, shape, [tensor.values, output.values]));
        passBack(output, place, 0);
        tensor = output;
        break;
      }
      case 'dropout': {
        const output = allocateOutput(place, 'linear');
        const shape = { quads, values: tensor.size, layer: layer.index, activation: 'linear' as const };
        const buffers = [tensor.values, tensor.values, output.values];
        forward.push(dispatchOf(dropOut, { ...shape, rate: spec.rate }, buffers));
        inference.push(dispatchOf(dropOut, { ...shape, rate: 0 }, buffers));
        passBack(output, layer.index, spec.rate);
        tensor = output;
        break;
      }
      case 'flatten':
        throw new Error('flatten moves nothing');
    }
    place++;
  }

  return {
    forward,
    inference,
    logits: logits ?? { sums: tensor.values, parts: 1, bias: null, activation: tensor.activation },
    backward,
    gradients,
  };

  /** Images are distorted while training, where the model asks for it. */
  function compileGather(): void {
    const { augmentation, inputShape } = plan.spec;
    const asTheyAre = dispatchOf(gather, { quads, pixels: tensor.size }, [bytes, order, tensor.values]);
    inference.push(asTheyAre);
    if (!augmentation) {
      forward.push(asTheyAre);
      return;
    }
    const [height, width] = inputShape;
    const shape = { quads, height, width };
    const distortions = memory.numbers('distortions', distortionLength(height, width) * 4 * quads);
    forward.push(dispatchOf(drawDistortions, { ...shape, augmentation }, [distortions]));
    forward.push(dispatchOf(gatherDistorted, shape, [bytes, order, distortions, tensor.values]));
  }

  function run(dispatch: Dispatch): void {
    forward.push(dispatch);
    inference.push(dispatch);
  }

  /** The last tensor's gradient is what `loss` leaves. */
  function allocate(
    shape: readonly number[],
    activation: Activation,
    isLast: boolean,
    hasGradient: boolean,
  ): Tensor {
    const size = shape.reduce((product, side) => product * side, 1);
    const count = size * 4 * quads;
    const gradient = isLast ? logitGradient : hasGradient ? memory.numbers('gradient', count) : null;
    return { shape, size, values: memory.numbers('values', count), gradient, activation };
  }

  /** Gradients before the first layer that learns are nobody's. */
  function allocateOutput(place: number, activation: Activation): Tensor {
    const isLast = place === layers.length - 1;
    return allocate(layers[place].outputShape, activation, isLast, place >= firstThatLearns);
  }

  function compileConvolution(
    spec: Conv2dSpec,
    place: number,
    pool: Size2d,
    [pooledRows, pooledColumns]: readonly number[],
    outputPlace: number,
  ): void {
    const [rows, columns, channels] = tensor.shape;
    const [outputRows, outputColumns, filters] = layers[place].outputShape;
    const shape: ConvolutionShape = {
      quads,
      input: [rows, columns],
      channels,
      kernel: spec.kernel,
      strides: spec.strides,
      padding: paddingOf(spec, spec.kernel, [rows, columns]),
      output: [outputRows, outputColumns],
      filters,
      pool,
      pooled: [pooledRows, pooledColumns],
      weights: layers[place].weightsAt,
      hasBias: spec.useBias,
    };
    const input = tensor;
    const output = allocateOutput(outputPlace, spec.activation);
    const winners = outputPlace === place ? unused : memory.numbers('winners', output.size * 4 * quads);
    const forwardShape = { ...shape, activation: spec.activation };
    run(dispatchOf(convolve, forwardShape, [input.values, weights, output.values, winners]));
    if (input.gradient) {
      const buffers = [output.gradient!, winners, weights, input.values, input.gradient];
      backward.unshift(dispatchOf(convolveBack, { ...shape, inputActivation: input.activation }, buffers));
    }
    addWeightGradient(shape, input.values, output.gradient!, winners);
    tensor = output;
  }

  function compileDense(spec: DenseSpec, place: number): void {
    const input = tensor;
    const shape = {
      quads,
      inputs: input.size,
      units: spec.units,
      weights: layers[place].weightsAt,
      hasBias: spec.useBias,
    };
    const isLast = place === layers.length - 1;
    const isStraight = spec.activation === 'linear' || spec.activation === 'softmax';
    let gradient: GPUBuffer;
    if (isLast && isStraight) {
      const parts = Math.ceil(input.size / INPUTS_PER_THREAD);
      const sums = memory.numbers('parts of the logits', parts * CLASS_COUNT * 4 * quads);
      run(
        dispatchOf(dense, { ...shape, activation: 'linear', splits: parts }, [input.values, weights, sums]),
      );
      const bias = spec.useBias ? shape.weights + shape.inputs * shape.units : null;
      logits = { sums, parts, bias, activation: 'linear' };
      gradient = logitGradient;
    } else {
      tensor = allocateOutput(place, spec.activation);
      const buffers = [input.values, weights, tensor.values];
      run(dispatchOf(dense, { ...shape, activation: spec.activation, splits: null }, buffers));
      gradient = tensor.gradient!;
    }
    if (input.gradient) {
      const buffers = [gradient, weights, input.values, input.gradient];
      backward.unshift(dispatchOf(denseBack, { ...shape, inputActivation: input.activation }, buffers));
    }
    addWeightGradient(denseGeometry(shape), input.values, gradient, unused);
  }

  function compilePooling(spec: MaxPooling2dSpec, place: number): void {
    const [rows, columns, channels] = tensor.shape;
    const [outputRows, outputColumns] = layers[place].outputShape;
    const shape = {
      quads,
      input: [rows, columns] as const,
      channels,
      pool: spec.pool,
      strides: spec.strides,
      padding: paddingOf(spec, spec.pool, [rows, columns]),
      output: [outputRows, outputColumns] as const,
    };
    const input = tensor;
    tensor = allocateOutput(place, 'linear');
    const winners = memory.numbers('winners', tensor.size * 4 * quads);
    run(dispatchOf(maxPool, shape, [input.values, tensor.values, winners]));
    if (input.gradient) {
      const buffers = [tensor.gradient!, winners, input.values, input.gradient];
      backward.unshift(dispatchOf(maxPoolBack, { ...shape, inputActivation: input.activation }, buffers));
    }
  }

  /** Back through a layer that acts on each value alone. */
  function passBack(output: Tensor, layer: number, rate: number): void {
    if (!tensor.gradient) return;
    const shape = { quads, values: tensor.size, layer, rate, activation: tensor.activation };
    backward.unshift(dispatchOf(dropOut, shape, [output.gradient!, tensor.values, tensor.gradient]));
  }

  function addWeightGradient(
    shape: ConvolutionShape,
    x: GPUBuffer,
    gradient: GPUBuffer,
    winners: GPUBuffer,
  ): void {
    const splits = Math.min(pixelsOf(shape.pooled), Math.ceil(BUSY_THREADS / tilesOf(shape)));
    const count = rowsOf(shape) * shape.filters;
    gradients.push({
      size: splits * count,
      at: (start) => [{ first: shape.weights, count, part: start, stride: count, parts: splits }],
      dispatch: (partials, start) =>
        dispatchOf(weightGradient, { ...shape, splits, partials: start }, [x, gradient, winners, partials]),
    });
  }
}

/** The layers that do something, with their place in the model and where their weights begin. */
function workingLayers(plan: ModelPlan) {
  let weightsAt = 0;
  return plan.layers
    .map((layer, index) => {
      const placed = { ...layer, index, weightsAt };
      weightsAt += layer.parameterCount;
      return placed;
    })
    .filter(({ spec }) => spec.type !== 'flatten' && !isSoftmax(spec));
}

/** Softmax belongs to the loss. */
const isSoftmax = (spec: ModelPlan['layers'][number]['spec']) =>
  spec.type === 'activation' && spec.activation === 'softmax';

/** Windows of four pixels side by side, none of which reaches beyond the image. */
function canFuse({ spec, inputShape }: ModelPlan['layers'][number]): boolean {
  if (spec.type !== 'maxPooling2d') return false;
  const { pool, strides, padding } = spec;
  const fits = padding === 'valid' || pool.every((side, axis) => inputShape[axis] % side === 0);
  return pixelsOf(pool) === FUSED_POOL_PIXELS && pool.join() === strides.join() && fits;
}

function paddingOf(
  { padding, strides }: Conv2dSpec | MaxPooling2dSpec,
  window: Size2d,
  input: Size2d,
): Size2d {
  if (padding === 'valid') return [0, 0];
  return [samePadding(input[0], window[0], strides[0])[0], samePadding(input[1], window[1], strides[1])[0]];
}
