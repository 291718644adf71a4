import { Problem } from '../lib/problem';
import type { Activation, LayerSpec, ModelSpec, Padding, Size2d } from './spec';
import { CLASS_COUNT } from './spec';

/** A layer with everything that follows from its place in the model. Shapes leave out the batch. */
interface LayerPlan {
  readonly spec: LayerSpec;
  readonly inputShape: readonly number[];
  readonly outputShape: readonly number[];
  /** Kernel, then bias where there is one, in Keras layout: conv [height, width, in, out], dense [in, out]. */
  readonly weightShapes: readonly (readonly number[])[];
  readonly parameterCount: number;
  /** Floating-point operations of one image's forward pass; a multiply-add counts as two. */
  readonly forwardFlops: number;
}

export interface ModelPlan {
  readonly spec: ModelSpec;
  readonly layers: readonly LayerPlan[];
  /** All weight shapes in Keras order. */
  readonly weightShapes: readonly (readonly number[])[];
  readonly parameterCount: number;
  readonly forwardFlops: number;
  /** Forward and backward pass of one image: the usual estimate of three forward passes. */
  readonly trainingFlops: number;
}

/** A model, its gradient and two optimizer moments of this size still fit a phone (16 bytes each, 320 MB). */
const MAX_PARAMETERS = 20_000_000;

const product = (shape: readonly number[]) => shape.reduce((total, size) => total * size, 1);
const dimensions = (shape: readonly number[]) => shape.join('×');

/**
 * Works out shapes and costs.
 * @throws Problem naming the layer (counted from 1) where the spec cannot be built.
 */
export function planModel(spec: ModelSpec): ModelPlan {
  if (spec.layers.length === 0) throw new Problem('modelEmpty', { classes: CLASS_COUNT });
  let shape: readonly number[] = spec.inputShape;
  const layers = spec.layers.map((layer, index) => {
    const isLast = index === spec.layers.length - 1;
    const plan = planLayer(layer, shape, index + 1, isLast);
    shape = plan.outputShape;
    return plan;
  });
  if (shape.length !== 1 || shape[0] !== CLASS_COUNT) {
    throw new Problem('modelWrongOutput', { output: dimensions(shape), classes: CLASS_COUNT });
  }
  const sum = (pick: (layer: LayerPlan) => number) => layers.reduce((total, layer) => total + pick(layer), 0);
  const parameterCount = sum((layer) => layer.parameterCount);
  if (parameterCount === 0) throw new Problem('modelNothingToLearn');
  if (parameterCount > MAX_PARAMETERS) {
    throw new Problem('modelTooLarge', { count: parameterCount, limit: MAX_PARAMETERS });
  }
  const forwardFlops = sum((layer) => layer.forwardFlops);
  return {
    spec,
    layers,
    weightShapes: layers.flatMap((layer) => layer.weightShapes),
    parameterCount,
    forwardFlops,
    trainingFlops: 3 * forwardFlops,
  };
}

function planLayer(
  spec: LayerSpec,
  inputShape: readonly number[],
  layer: number,
  isLast: boolean,
): LayerPlan {
  const plan = (
    outputShape: readonly number[],
    weightShapes: readonly (readonly number[])[] = [],
    forwardFlops = 0,
  ): LayerPlan => ({
    spec,
    inputShape,
    outputShape,
    weightShapes,
    parameterCount: weightShapes.reduce((total, shape) => total + product(shape), 0),
    forwardFlops,
  });

  switch (spec.type) {
    case 'conv2d': {
      const [height, width, channels] = imageShape(inputShape, spec.type, layer);
      requireCount(spec.filters, 'filters', layer);
      requireSize(spec.kernel, 'kernel', layer);
      requireSize(spec.strides, 'strides', layer);
      requireActivation(spec.activation, layer, isLast);
      const outputSize = windowOutput([height, width], spec.kernel, spec.strides, spec.padding);
      if (Math.min(...outputSize) < 1) {
        throw new Problem('layerKernelTooLarge', {
          layer,
          kernel: dimensions(spec.kernel),
          input: dimensions([height, width]),
        });
      }
      const kernelShape = [...spec.kernel, channels, spec.filters];
      return plan(
        [...outputSize, spec.filters],
        spec.useBias ? [kernelShape, [spec.filters]] : [kernelShape],
        2 * product(kernelShape) * product(outputSize),
      );
    }
    case 'maxPooling2d': {
      const [height, width, channels] = imageShape(inputShape, spec.type, layer);
      requireSize(spec.pool, 'pool', layer);
      requireSize(spec.strides, 'strides', layer);
      const outputSize = windowOutput([height, width], spec.pool, spec.strides, spec.padding);
      if (Math.min(...outputSize) < 1) {
        throw new Problem('layerPoolTooLarge', {
          layer,
          kernel: dimensions(spec.pool),
          input: dimensions([height, width]),
        });
      }
      return plan([...outputSize, channels], [], product(outputSize) * channels * product(spec.pool));
    }
    case 'flatten':
      return plan([product(inputShape)]);
    case 'dense': {
      if (inputShape.length !== 1) {
        throw new Problem('layerNeedsVector', { layer, type: spec.type, input: dimensions(inputShape) });
      }
      requireCount(spec.units, 'units', layer);
      requireActivation(spec.activation, layer, isLast);
      const kernelShape = [inputShape[0], spec.units];
      return plan(
        [spec.units],
        spec.useBias ? [kernelShape, [spec.units]] : [kernelShape],
        2 * product(kernelShape),
      );
    }
    case 'activation':
      requireActivation(spec.activation, layer, isLast);
      return plan(inputShape);
    case 'dropout':
      if (!(spec.rate >= 0 && spec.rate < 1)) {
        throw new Problem('layerBadNumber', { layer, field: 'rate', value: spec.rate, range: '0 … <1' });
      }
      return plan(inputShape);
  }
}

/** Output rows and columns of a sliding window; below 1 where the window does not fit. */
function windowOutput(input: Size2d, window: Size2d, strides: Size2d, padding: Padding): [number, number] {
  const along = (axis: 0 | 1) =>
    padding === 'same'
      ? Math.ceil(input[axis] / strides[axis])
      : Math.floor((input[axis] - window[axis]) / strides[axis]) + 1;
  return [along(0), along(1)];
}

/**
 * Zero rows (or columns) added before and after by padding `same`: the odd one goes after.
 * Source: TensorFlow's definition of SAME.
 */
export function samePadding(input: number, window: number, stride: number): [before: number, after: number] {
  const total = Math.max((Math.ceil(input / stride) - 1) * stride + window - input, 0);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

function imageShape(shape: readonly number[], type: string, layer: number): [number, number, number] {
  if (shape.length !== 3) throw new Problem('layerNeedsImage', { layer, type, input: dimensions(shape) });
  return [shape[0], shape[1], shape[2]];
}

function requireCount(value: number, field: string, layer: number): void {
  if (!Number.isInteger(value) || value < 1) {
    throw new Problem('layerBadNumber', {
      layer,
      field,
      value: String(value),
      range: 'a whole number, 1 or more',
    });
  }
}

function requireSize(size: Size2d, field: string, layer: number): void {
  for (const value of size) requireCount(value, field, layer);
}

function requireActivation(activation: Activation, layer: number, isLast: boolean): void {
  if (activation === 'softmax' && !isLast) throw new Problem('layerSoftmaxInside', { layer });
}
