import type { ModelPlan } from '../../model/plan';
import { samePadding } from '../../model/plan';
import type { LayerSpec } from '../../model/spec';
import { compileConv2d } from './conv2d';
import { compileDense } from './dense';
import { compileDistortion } from './distortion';
import { compileActivation, compileDropout } from './elementwise';
import type { BlockSeed, CompiledLayer, Compiler, LayerWeights } from './layer';
import { compileLogits } from './logits';
import { compileMaxPooling2d } from './maxPooling2d';
import { compilePooledConv2d, isWorthPooling } from './pooledConv2d';
import type { Padding, Tensor } from './tensor';
import { allocateTensor, noPadding } from './tensor';

/** A model in memory, ready to go forward and back over a block of images. */
export interface CompiledModel {
  /** Ten logits for each image of the block, side by side, and their gradient. */
  readonly logits: Tensor;
  /** One for each layer that has weights, in order. */
  readonly weights: readonly LayerWeights[];
  /** Images `indices` (an address) of the bytes at `images` → logits. With `chance`, as in training. */
  forward(images: number, indices: number, count: number, chance: BlockSeed | null): void;
  /** Gradient of the logits → added to the gradients of all weights. */
  backward(count: number, chance: BlockSeed): void;
}

export function compileModel(plan: ModelPlan, compiler: Compiler): CompiledModel {
  const { arena, kernels, block } = compiler;
  const working = plan.layers
    .map((layer, index) => ({ ...layer, index }))
    .filter(({ spec }) => spec.type !== 'flatten' && !isSoftmax(spec));
  const lastWithWeights = working.findLastIndex(({ weightShapes }) => weightShapes.length > 0);

  const [height, width, channels] = plan.spec.inputShape;
  // Products take single floats from their input; everything else goes through vectors.
  const isProduct = working[0].weightShapes.length > 0;
  const pixelsAlone = allocateTensor(arena, block, {
    height,
    width,
    channels,
    stride: channels,
    padding: isProduct ? paddingFor(working[0].spec, height, width) : noPadding,
    hasGradient: false,
  });
  const input = isProduct
    ? pixelsAlone
    : allocateTensor(arena, block, { ...pixelsAlone, stride: 8, hasGradient: false });

  const distorter = compileDistortion(plan, compiler);

  let tensor = input;
  const layers: CompiledLayer[] = [];
  let place = 0;
  while (place < working.length) {
    const withPooling = compilePooled(place);
    const layer = withPooling ?? compile(place);
    layers.push(layer);
    tensor = layer.output;
    place += withPooling ? 2 : 1;
  }
  if (tensor.pixels > 1) {
    const logits = compileLogits(compiler, tensor);
    layers.push(logits);
    tensor = logits.output;
  }

  /** A convolution and the max pooling behind it, where that is faster. */
  function compilePooled(at: number): CompiledLayer | null {
    const [first, second] = working.slice(at, at + 2);
    if (first.spec.type !== 'conv2d' || second?.spec.type !== 'maxPooling2d') return null;
    if (!isWorthPooling(tensor, first.outputShape, second.outputShape)) return null;
    const sizes = [first.outputShape, second.outputShape] as const;
    return compilePooledConv2d(compiler, first.spec, second.spec, tensor, sizes, paddingBehind(at + 1));
  }

  function compile(at: number): CompiledLayer {
    const { spec, index, outputShape } = working[at];
    const padding = paddingBehind(at);
    switch (spec.type) {
      case 'conv2d':
        return compileConv2d(compiler, spec, tensor, outputShape, padding);
      case 'maxPooling2d':
        return compileMaxPooling2d(compiler, spec, tensor, outputShape, padding);
      case 'dense':
        return compileDense(compiler, spec, tensor, at === lastWithWeights);
      case 'activation':
        return compileActivation(compiler, spec.activation, tensor, padding);
      case 'dropout':
        return compileDropout(compiler, spec.rate, index, tensor, padding);
      case 'flatten':
        throw new Error('flatten moves nothing');
    }
  }

  /** What the layer behind wants around its input. */
  function paddingBehind(at: number): Padding {
    const [rows, columns] = working[at].outputShape;
    return paddingFor(working[at + 1]?.spec, rows, columns);
  }

  return {
    logits: tensor,
    weights: layers.flatMap((layer) => (layer.weights ? [layer.weights] : [])),
    forward(images, indices, count, chance) {
      const { address, imageBytes } = pixelsAlone.values;
      const { top, left } = pixelsAlone.padding;
      const first = address + top * pixelsAlone.rowBytes + left * 4 * channels;
      const source = chance && distorter ? distorter(images, indices, count, chance) : { images, indices };
      kernels.gather(
        source.images,
        source.indices,
        count,
        height,
        width,
        first,
        imageBytes,
        pixelsAlone.rowBytes,
      );
      if (input !== pixelsAlone) {
        for (let image = 0; image < count; image++) {
          const to = input.values.address + image * input.values.imageBytes;
          kernels.spread(address + image * imageBytes, to, input.pixels, input.stride);
        }
      }
      for (const layer of layers) layer.forward(count, chance);
    },
    backward(count, chance) {
      for (const layer of layers.toReversed()) layer.backward(count, chance);
    },
  };
}

/** What the next layer wants around an image of this size. */
function paddingFor(next: LayerSpec | undefined, height: number, width: number): Padding {
  if (next?.type !== 'conv2d' || next.padding !== 'same') return noPadding;
  const [top, bottom] = samePadding(height, next.kernel[0], next.strides[0]);
  const [left, right] = samePadding(width, next.kernel[1], next.strides[1]);
  return { top, bottom, left, right };
}

const isSoftmax = (spec: LayerSpec) => spec.type === 'activation' && spec.activation === 'softmax';
