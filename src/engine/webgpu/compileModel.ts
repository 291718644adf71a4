import type { ModelPlan } from '../../model/plan';
import { CLASS_COUNT } from '../../model/spec';
import type { OptimizerSpec } from '../optimizer';
import { slotNames } from '../optimizer';
import { articleLayers, compileArticle } from './compileArticle';
import { compileLayers } from './compileLayers';
import type { Dispatch } from './kernel';
import { dispatchOf } from './kernel';
import { loss } from './kernels/loss';
import { SHARE_WORDS, sharesOf, slotBuffers, update } from './kernels/update';
import type { Memory } from './memory';

/** Images whose results one submit may leave. */
export const RESULT_IMAGES = 65_536;

/** A model as buffers, and what to dispatch in which order. */
export interface Graph {
  /** From bytes to losses and the gradient of the logits. */
  readonly training: readonly Dispatch[];
  /** The same without dropout. */
  readonly inference: readonly Dispatch[];
  /** From the gradient of the logits to updated weights. */
  readonly backward: readonly Dispatch[];
  /** The data set, and behind it room for other images. */
  readonly bytes: GPUBuffer;
  readonly labels: GPUBuffer;
  /** The data set's numbers of images, in the order they are taken. */
  readonly order: GPUBuffer;
  readonly weights: GPUBuffer;
  readonly slots: Readonly<Record<'m' | 'v', GPUBuffer>>;
  /** Ten numbers an image: the gradient of the logits, or probabilities. */
  readonly logitGradient: GPUBuffer;
  /** Loss and correctness of each image. */
  readonly results: GPUBuffer;
  /** What each workgroup of `update` does. */
  readonly shares: { readonly buffer: GPUBuffer; readonly words: Uint32Array<ArrayBuffer> };
}

/**
 * @param quads images that tensors have room for, in fours
 * @param imageCount images of the data set, with those behind it
 * @param orderCount numbers in the order
 * @throws Problem `engineTooSmall` where a buffer would be larger than the device allows
 */
export function compileModel(
  memory: Memory,
  plan: ModelPlan,
  optimizer: OptimizerSpec,
  { quads, imageCount, orderCount }: { quads: number; imageCount: number; orderCount: number },
): Graph {
  const pixels = plan.spec.inputShape.reduce((product, side) => product * side, 1);
  const bytes = memory.numbers('images', Math.ceil((imageCount * pixels) / 4));
  const labels = memory.numbers('labels', Math.ceil(imageCount / 4));
  const order = memory.numbers('order', orderCount);
  const weights = memory.numbers('weights', plan.parameterCount);
  const unused = memory.numbers('unused', 0);
  const logitGradient = memory.numbers('gradient of the logits', CLASS_COUNT * 4 * quads);
  const results = memory.numbers('results', 2 * RESULT_IMAGES);
  const compiler = { plan, memory, quads, bytes, order, weights, unused, logitGradient };
  const article = articleLayers(plan);
  const body = article ? compileArticle(compiler, article) : compileLayers(compiler);

  const { sums, parts, bias, activation } = body.logits;
  const lossDispatch = dispatchOf(loss, { quads, sums: parts, bias, activation }, [
    order,
    labels,
    sums,
    weights,
    logitGradient,
    results,
  ]);

  let partialCount = 0;
  const placed = body.gradients.map((gradient) => {
    const start = partialCount;
    partialCount += gradient.size;
    return { gradient, start };
  });
  const partials = memory.numbers('parts of the gradients', partialCount);
  const words = sharesOf(placed.flatMap(({ gradient, start }) => gradient.at(start)));
  const shares = memory.numbers('shares', words.length);
  const used: readonly string[] = slotNames[optimizer.name].map((name) => slotBuffers[name]);
  const slot = (name: 'm' | 'v') => memory.numbers(name, used.includes(name) ? plan.parameterCount : 0);
  const slots = { m: slot('m'), v: slot('v') };
  const gradientSums = memory.numbers('gradients', plan.parameterCount);
  const updateShape = { optimizer, shares: words.length / SHARE_WORDS };

  return {
    training: [...body.forward, lossDispatch],
    inference: [...body.inference, lossDispatch],
    backward: [
      ...body.backward,
      ...placed.map(({ gradient, start }) => gradient.dispatch(partials, start)),
      dispatchOf(update, updateShape, [partials, shares, gradientSums, weights, slots.m, slots.v]),
    ],
    bytes,
    labels,
    order,
    weights,
    slots,
    logitGradient,
    results,
    shares: { buffer: shares, words },
  };
}

/** Numbers of the largest tensor of one image: what limits how many images are computed at a time. */
export function largestTensor(plan: ModelPlan): number {
  const sizes = plan.layers.map(({ outputShape }) =>
    outputShape.reduce((product, side) => product * side, 1),
  );
  return Math.max(...sizes, ...plan.spec.inputShape);
}
