import { samePadding } from '../../model/plan';
import type { ModelPlan } from '../../model/plan';
import type { Conv2dSpec, DenseSpec } from '../../model/spec';
import { CLASS_COUNT } from '../../model/spec';
import type { Body, Compiler } from './compiler';
import { dispatchOf } from './kernel';
import { convolutionLogits, sumsOf } from './kernels/convolutionLogits';
import { convolutionLogitsBack, denseSize, kernelParts, kernelSize } from './kernels/convolutionLogitsBack';
import type { PixelConvolutionShape } from './kernels/pixelConvolutionShape';
import { outputsOf } from './kernels/pixelConvolutionShape';

/** Parts of the images that go back apart: enough threads for a large graphics card, few enough sums for a small one. */
const PARTS = 2;

/** The article's model and its like: a 3 × 3 convolution of the pixels, flattened into a dense layer that gives the logits. */
export interface ArticleLayers {
  readonly convolution: Conv2dSpec;
  readonly dense: DenseSpec;
}

/** Null for any other model. */
export function articleLayers({ spec }: ModelPlan): ArticleLayers | null {
  const [convolution, flatten, dense] = spec.layers;
  const isArticle =
    spec.layers.length === 3 &&
    spec.inputShape[2] === 1 &&
    !spec.augmentation &&
    convolution.type === 'conv2d' &&
    [...convolution.kernel, ...convolution.strides].join() === '3,3,1,1' &&
    flatten.type === 'flatten' &&
    dense.type === 'dense' &&
    (dense.activation === 'softmax' || dense.activation === 'linear');
  return isArticle ? { convolution, dense } : null;
}

/** Two dispatches, which never store the convolution's output. */
export function compileArticle(compiler: Compiler, { convolution, dense }: ArticleLayers): Body {
  const { plan, quads, bytes, order, weights } = compiler;
  const [rows, columns] = plan.spec.inputShape;
  const [outputRows, outputColumns, filters] = plan.layers[0].outputShape;
  const isPadded = convolution.padding === 'same';
  const shape: PixelConvolutionShape = {
    quads,
    input: [rows, columns],
    padding: isPadded ? [samePadding(rows, 3, 1)[0], samePadding(columns, 3, 1)[0]] : [0, 0],
    output: [outputRows, outputColumns],
    filters,
    activation: convolution.activation,
    kernels: 0,
    hasBias: convolution.useBias,
    dense: plan.layers[0].parameterCount,
  };
  const parts = sumsOf(shape);
  const sums = compiler.memory.numbers('parts of the logits', parts * CLASS_COUNT * 4 * quads);
  const forward = [dispatchOf(convolutionLogits, shape, [bytes, order, weights, sums])];
  const back = { ...shape, parts: PARTS, hasDenseBias: dense.useBias };
  const kernelCount = kernelParts(back) * kernelSize(back);

  return {
    forward,
    inference: forward,
    logits: {
      sums,
      parts,
      bias: dense.useBias ? shape.dense + outputsOf(shape) * CLASS_COUNT : null,
      activation: 'linear',
    },
    backward: [],
    gradients: [
      {
        size: kernelCount + PARTS * denseSize(back),
        at: (start) => [
          {
            first: shape.kernels,
            count: kernelSize(back),
            part: start,
            stride: kernelSize(back),
            parts: kernelParts(back),
          },
          {
            first: shape.dense,
            count: denseSize(back),
            part: start + kernelCount,
            stride: denseSize(back),
            parts: PARTS,
          },
        ],
        dispatch: (partials, start) =>
          dispatchOf(
            convolutionLogitsBack,
            { ...back, kernelPartials: start, densePartials: start + kernelCount },
            [bytes, order, weights, compiler.logitGradient, partials],
          ),
      },
    ],
  };
}
