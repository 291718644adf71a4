import fc from 'fast-check';
import type { Random } from '../lib/random';
import { planModel } from '../model/plan';
import type { Activation, Augmentation, LayerSpec, ModelSpec, Size2d } from '../model/spec';
import { CLASS_COUNT } from '../model/spec';
import type { ImageSource } from './engine';

const upTo = (max: number) => fc.integer({ min: 1, max });
const size = (max: number) => fc.tuple(upTo(max), upTo(max));
const padding = fc.constantFrom('valid' as const, 'same' as const);
const innerActivation = fc.constantFrom<Activation>('linear', 'relu', 'relu', 'sigmoid', 'tanh');
/** Factors of a whole power of two. */
const rate = fc.constantFrom(0.5, 0.75);

const bound = (max: number) => fc.oneof(fc.constant(0), fc.double({ min: 0, max, noNaN: true }));

const activation = fc.record({ type: fc.constant('activation' as const), activation: innerActivation });
const dropout = fc.record({ type: fc.constant('dropout' as const), rate });
const convolution = fc.record({
  type: fc.constant('conv2d' as const),
  filters: fc.oneof(upTo(9), fc.constant(17)),
  kernel: size(5),
  strides: size(3),
  padding,
  activation: innerActivation,
  useBias: fc.boolean(),
});
const pooling = fc.record({
  type: fc.constant('maxPooling2d' as const),
  pool: size(4),
  strides: size(4),
  padding,
});
const dense = fc.record({
  type: fc.constant('dense' as const),
  units: upTo(20),
  activation: innerActivation,
  useBias: fc.boolean(),
});

/** A last dense layer, its softmax inside, behind it or left out; or ten outputs in some pixels of some channels. */
const ending = fc.oneof(
  fc.record({
    type: fc.constant('dense' as const),
    hidden: fc.array(fc.oneof(dense, dense, dropout, activation), { maxLength: 2 }),
    last: fc.constantFrom<Activation>('softmax', 'softmax', 'linear', 'tanh'),
    useBias: fc.boolean(),
  }),
  fc.record({
    type: fc.constantFrom('convolution' as const, 'pooling' as const),
    grid: fc.constantFrom<Size2d>([1, 1], [2, 5], [5, 2], [1, 5], [5, 1], [2, 1]),
    useBias: fc.boolean(),
  }),
);
type Ending = typeof ending extends fc.Arbitrary<infer Value> ? Value : never;

/** Some distortion, of every kind or of few. */
export const generatedAugmentation: fc.Arbitrary<Augmentation> = fc.record({
  rotation: bound(0.49),
  zoom: bound(0.49),
  stretch: bound(0.49),
  shear: bound(0.49),
  shift: bound(9),
  waves: bound(9),
  thickness: bound(1),
});

/** Small models of every layer kind, in any order that makes sense. */
export const generatedModel: fc.Arbitrary<ModelSpec> = fc
  .record({
    height: fc.integer({ min: 5, max: 13 }),
    width: fc.constantFrom(8, 12),
    body: fc.array(fc.oneof(convolution, convolution, pooling, activation, dropout), { maxLength: 3 }),
    ending,
    softmaxLayer: fc.boolean(),
  })
  .map(({ height, width, body, ending: end, softmaxLayer }) => {
    const inputShape = [height, width, 1] as const;
    const fitted = body.reduce<LayerSpec[]>((layers, next) => [...layers, fit(inputShape, layers, next)], []);
    const layers = bendBeforeRounding([...fitted, ...endOf(shapeAfter(inputShape, fitted), end)]);
    const hasSoftmax = end.type === 'dense' && end.last === 'softmax';
    if (softmaxLayer && !hasSoftmax) layers.push({ type: 'activation', activation: 'softmax' });
    return { name: 'generated', inputShape, layers };
  });

const lastDense: LayerSpec = { type: 'dense', units: CLASS_COUNT, activation: 'linear', useBias: true };

function shapeAfter(inputShape: ModelSpec['inputShape'], layers: readonly LayerSpec[]): readonly number[] {
  const plan = planModel({
    name: 'generated',
    inputShape,
    layers: [...layers, { type: 'flatten' }, lastDense],
  });
  return layers.length === 0 ? inputShape : plan.layers[layers.length - 1].outputShape;
}

/** The layer, padded where its window would not fit. */
function fit(inputShape: ModelSpec['inputShape'], before: readonly LayerSpec[], layer: LayerSpec): LayerSpec {
  try {
    shapeAfter(inputShape, [...before, layer]);
    return layer;
  } catch {
    return { ...layer, padding: 'same' } as LayerSpec;
  }
}

function endOf([height, width]: readonly number[], end: Ending): LayerSpec[] {
  const { useBias } = end;
  if (end.type === 'dense') {
    const last = { ...lastDense, activation: end.last, useBias } as LayerSpec;
    return [{ type: 'flatten' }, ...end.hidden, last];
  }
  const [rows, columns] = end.grid[0] <= height && end.grid[1] <= width ? end.grid : [1, 1];
  const filters = CLASS_COUNT / (rows * columns);
  const window: Size2d = [height - rows + 1, width - columns + 1];
  const convolve = (kernel: Size2d): LayerSpec => ({
    type: 'conv2d',
    filters,
    kernel,
    strides: [1, 1],
    padding: 'valid',
    activation: 'linear',
    useBias,
  });
  const outputs: LayerSpec[] =
    end.type === 'convolution'
      ? [convolve(window)]
      : [convolve([1, 1]), { type: 'maxPooling2d', pool: window, strides: [1, 1], padding: 'valid' }];
  return [...outputs, { type: 'flatten' }];
}

/**
 * Where float32 rounds, a value near the bend of relu, or near the greatest of a window, may fall on the other side, and
 * the gradient differs by as much as it likes. So what bends comes before what rounds.
 */
function bendBeforeRounding(layers: readonly LayerSpec[]): LayerSpec[] {
  const lastPooling = layers.findLastIndex(({ type }) => type === 'maxPooling2d');
  let isRounded = false;
  return layers.map((layer, place): LayerSpec => {
    if (!('activation' in layer)) return layer;
    if (rounds(layer.activation) && place < lastPooling) return { ...layer, activation: 'relu' };
    if (layer.activation === 'relu' && isRounded) return { ...layer, activation: 'tanh' };
    isRounded ||= rounds(layer.activation);
    return layer;
  });
}

/**
 * Weights of few bits, and so large that values neither grow nor fade from layer to layer: products and sums of them are
 * exact in float32, in any order. Behind a sigmoid or tanh, which rounds anyway, the last have all their bits, or equal
 * logits would differ by what is rounded.
 */
export function exactWeights(spec: ModelSpec, random: Random): Float32Array[] {
  const { weightShapes } = planModel(spec);
  const lastKernel = weightShapes.findLastIndex((shape) => shape.length > 1);
  const rounded = spec.layers.some((layer) => 'activation' in layer && rounds(layer.activation));
  return weightShapes.map((shape, tensor) => {
    const length = shape.reduce((product, side) => product * side, 1);
    const isBias = shape.length === 1;
    const fanIn = isBias ? 1 : length / shape[shape.length - 1];
    const unit = 2 ** -(3 + Math.ceil(Math.log2(fanIn) / 2));
    const hasAllBits = rounded && tensor >= lastKernel;
    const draw = () => (hasAllBits ? 14 * random.uniform() : random.below(15)) - 7;
    return Float32Array.from({ length }, () => draw() * unit);
  });
}

const rounds = (activation: Activation) => activation === 'sigmoid' || activation === 'tanh';

/** Images of black and white pixels, which are 1 and 0 in every number format. */
export function exactImages(spec: ModelSpec, count: number, random: Random): ImageSource {
  return imagesOf(spec, count, random, () => 255 * random.below(2));
}

/** Images of any greys. */
export function greyImages(spec: ModelSpec, count: number, random: Random): ImageSource {
  return imagesOf(spec, count, random, () => random.below(256));
}

function imagesOf(
  { inputShape }: ModelSpec,
  count: number,
  random: Random,
  pixel: () => number,
): ImageSource {
  const pixels = inputShape.reduce((product, side) => product * side, 1);
  return {
    images: Uint8Array.from({ length: count * pixels }, pixel),
    labels: Uint8Array.from({ length: count }, () => random.below(CLASS_COUNT)),
    loadedCount: count,
  };
}
