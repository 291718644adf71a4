import fc from 'fast-check';
import type { Random } from '../../../lib/random';
import { presets } from '../../../model/presets';
import { CLASS_COUNT } from '../../../model/spec';
import { distortionLength } from '../../distortion';
import { generatedAugmentation } from '../../generatedModels';
import { optimizerNames, defaultOptimizers } from '../../optimizer';
import type { Contents, Kernel } from '../kernel';
import type { ActivateShape } from '../kernels/activate';
import { activate } from '../kernels/activate';
import { convolutionLogits, sumsOf } from '../kernels/convolutionLogits';
import { convolutionLogitsBack, denseSize, kernelParts, kernelSize } from '../kernels/convolutionLogitsBack';
import type { ConvolutionShape } from '../kernels/convolutionShape';
import { denseGeometry, isPooled, pixelsOf } from '../kernels/convolutionShape';
import { convolve } from '../kernels/convolve';
import { convolveBack } from '../kernels/convolveBack';
import { dense } from '../kernels/dense';
import { denseBack } from '../kernels/denseBack';
import { drawDistortions } from '../kernels/drawDistortions';
import { dropOut } from '../kernels/dropOut';
import { gather } from '../kernels/gather';
import { gatherDistorted } from '../kernels/gatherDistorted';
import { loss } from '../kernels/loss';
import { maxPool } from '../kernels/maxPool';
import { maxPoolBack } from '../kernels/maxPoolBack';
import type { PixelConvolutionShape } from '../kernels/pixelConvolutionShape';
import { outputsOf } from '../kernels/pixelConvolutionShape';
import { windowsOf } from '../kernels/poolingShape';
import type { GradientParts } from '../kernels/update';
import { sharesOf, update } from '../kernels/update';
import { rowsOf, weightGradient } from '../kernels/weightGradient';
import { distortionsOf } from './distortions';
import { inkWords, sixteenths, wholes, leftovers } from './numbers';
import {
  REAL_QUADS,
  activation,
  article,
  convolution,
  denseSizes,
  hidden,
  offset,
  pixels,
  pooling,
  quads,
  second,
  upTo,
} from './shapes';

/** Shapes to try a kernel with, some of them real, and what its buffers hold before. */
export interface KernelCases<KernelShape, Shape extends KernelShape = KernelShape> {
  readonly kernel: Kernel<KernelShape>;
  readonly shapes: fc.Arbitrary<Shape>;
  readonly real: readonly Shape[];
  contents(shape: Shape, random: Random): readonly Contents[];
}

/** Images of the data set that orders choose from. */
const IMAGES = 9;
/** Orders begin this late at most, results too. */
export const MOST_START = 5;

const values = (shape: { quads: number }, count: number) => 4 * shape.quads * count;
const weightsOf = (shape: ConvolutionShape, random: Random) =>
  sixteenths(random, shape.weights + rowsOf({ ...shape, hasBias: true }) * shape.filters);
const winnersOf = (shape: ConvolutionShape, random: Random) =>
  wholes(random, values(shape, isPooled(shape) ? pixelsOf(shape.pooled) * shape.filters : 1), 4);
const outputOf = (shape: ConvolutionShape) => values(shape, pixelsOf(shape.pooled) * shape.filters);
const inputOf = (shape: ConvolutionShape) => values(shape, pixelsOf(shape.input) * shape.channels);
const orderOf = (shape: { quads: number }, random: Random) =>
  wholes(random, MOST_START + 4 * shape.quads, IMAGES);
const bytesOf = (imagePixels: number, random: Random) =>
  inkWords(random, Math.ceil((IMAGES * imagePixels) / 4));

/** Sixteen times less, so that what is squared or multiplied again stays exact. */
const small = (random: Random, length: number) => sixteenths(random, length).map((value) => value / 16);

/** The type of its shape matters to a case alone. */
const cases = <KernelShape, Shape extends KernelShape>(each: KernelCases<KernelShape, Shape>) =>
  each as unknown as KernelCases<unknown>;

export const kernelCases: readonly KernelCases<unknown>[] = [
  cases({
    kernel: gather,
    shapes: fc.record({ quads, pixels: upTo(30) }),
    real: [{ quads: REAL_QUADS, pixels: 784 }],
    contents: (shape, random) => [
      bytesOf(shape.pixels, random).map(() => random.uint32()),
      orderOf(shape, random),
      leftovers(values(shape, shape.pixels)),
    ],
  }),
  cases({
    kernel: drawDistortions,
    shapes: fc.record({ quads, height: upTo(28), width: upTo(28), augmentation: generatedAugmentation }),
    real: [],
    contents: ({ height, width, ...shape }) => [
      new Int32Array(values(shape, distortionLength(height, width))).fill(3),
    ],
  }),
  cases({
    kernel: gatherDistorted,
    shapes: fc.record({ quads, height: upTo(28), width: upTo(28), augmentation: generatedAugmentation }),
    real: [{ quads: REAL_QUADS, height: 28, width: 28, augmentation: presets.robust.augmentation! }],
    contents: ({ height, width, augmentation, ...shape }, random) => [
      bytesOf(height * width, random).map(() => random.uint32()),
      orderOf(shape, random),
      distortionsOf({ height, width, augmentation, ...shape }, random),
      leftovers(values(shape, height * width)),
    ],
  }),
  cases({
    kernel: convolve,
    shapes: fc.tuple(convolution, activation).map(([shape, name]) => ({ ...shape, activation: name })),
    real: [{ ...second, activation: 'relu' as const }],
    contents: (shape, random) => [
      sixteenths(random, inputOf(shape)),
      weightsOf(shape, random),
      leftovers(outputOf(shape)),
      new Uint32Array(isPooled(shape) ? outputOf(shape) : 4),
    ],
  }),
  cases({
    kernel: convolveBack,
    shapes: fc.tuple(convolution, activation).map(([shape, name]) => ({ ...shape, inputActivation: name })),
    real: [{ ...second, inputActivation: 'relu' as const }],
    contents: (shape, random) => [
      sixteenths(random, outputOf(shape)),
      winnersOf(shape, random),
      weightsOf(shape, random),
      sixteenths(random, inputOf(shape)),
      leftovers(inputOf(shape)),
    ],
  }),
  cases({
    kernel: weightGradient,
    shapes: fc
      .tuple(fc.oneof(convolution, denseSizes.map(denseGeometry)), upTo(4), offset)
      .map(([shape, splits, partials]) => ({
        ...shape,
        splits: Math.min(splits, pixelsOf(shape.pooled)),
        partials,
      })),
    real: [
      { ...second, splits: 9, partials: 0 },
      { ...denseGeometry(hidden), splits: 1, partials: 0 },
    ],
    contents(shape, random) {
      return [
        sixteenths(random, inputOf(shape)),
        sixteenths(random, outputOf(shape)),
        winnersOf(shape, random),
        leftovers(shape.partials + shape.splits * rowsOf(shape) * shape.filters),
      ];
    },
  }),
  cases({
    kernel: dense,
    shapes: fc
      .tuple(denseSizes, activation, fc.option(upTo(5)))
      .map(([shape, name, splits]) => ({ ...shape, activation: name, splits })),
    real: [{ ...hidden, activation: 'relu' as const, splits: null }],
    contents: (shape, random) => [
      sixteenths(random, values(shape, shape.inputs)),
      sixteenths(random, shape.weights + (shape.inputs + 1) * shape.units),
      leftovers(values(shape, (shape.splits ?? 1) * shape.units)),
    ],
  }),
  cases({
    kernel: denseBack,
    shapes: fc.tuple(denseSizes, activation).map(([shape, name]) => ({ ...shape, inputActivation: name })),
    real: [{ ...hidden, inputActivation: 'relu' as const }],
    contents: (shape, random) => [
      sixteenths(random, values(shape, shape.units)),
      sixteenths(random, shape.weights + (shape.inputs + 1) * shape.units),
      sixteenths(random, values(shape, shape.inputs)),
      leftovers(values(shape, shape.inputs)),
    ],
  }),
  cases({
    kernel: maxPool,
    shapes: pooling,
    real: [],
    contents: (shape, random) => [
      sixteenths(random, values(shape, pixelsOf(shape.input) * shape.channels)),
      leftovers(values(shape, pixelsOf(shape.output) * shape.channels)),
      new Uint32Array(values(shape, pixelsOf(shape.output) * shape.channels)),
    ],
  }),
  cases({
    kernel: maxPoolBack,
    shapes: fc.tuple(pooling, activation).map(([shape, name]) => ({ ...shape, inputActivation: name })),
    real: [],
    contents(shape, random) {
      const outputs = values(shape, pixelsOf(shape.output) * shape.channels);
      const inputs = values(shape, pixelsOf(shape.input) * shape.channels);
      const windows = windowsOf(shape);
      // Only pixels inside the image can have won.
      const winners = Uint32Array.from({ length: outputs }, (_, i) => {
        const window = windows[Math.floor(i / values(shape, shape.channels))];
        return window[random.below(window.length)].place;
      });
      return [sixteenths(random, outputs), winners, sixteenths(random, inputs), leftovers(inputs)];
    },
  }),
  cases({
    kernel: activate,
    shapes: fc.record<ActivateShape>({ quads, values: upTo(20), activation }),
    real: [],
    contents: (shape, random) => [
      // Far enough for the curves' ends.
      sixteenths(random, values(shape, shape.values)).map((value) => 64 * value),
      leftovers(values(shape, shape.values)),
    ],
  }),
  cases({
    kernel: dropOut,
    shapes: fc.record({
      quads,
      values: upTo(20),
      layer: fc.nat(9),
      rate: fc.constantFrom(0, 0.25, 0.5, 0.75, 0.9),
      activation,
    }),
    real: [],
    contents: (shape, random) => [
      sixteenths(random, values(shape, shape.values)),
      sixteenths(random, values(shape, shape.values)),
      leftovers(values(shape, shape.values)),
    ],
  }),
  cases({
    kernel: loss,
    shapes: fc.record({ quads: upTo(20), sums: upTo(19), bias: fc.option(offset), activation }),
    real: [{ quads: REAL_QUADS, sums: 338, bias: 216640, activation: 'linear' as const }],
    contents: (shape, random) => [
      orderOf(shape, random),
      // One label in three is no digit.
      Uint32Array.from({ length: Math.ceil(IMAGES / 4) }, () =>
        [0, 8, 16, 24].reduce((word, shift) => word + random.below(15) * 2 ** shift, 0),
      ),
      sixteenths(random, values(shape, shape.sums * CLASS_COUNT)),
      sixteenths(random, (shape.bias ?? 0) + CLASS_COUNT),
      leftovers(values(shape, CLASS_COUNT)),
      leftovers(2 * (MOST_START + 4 * shape.quads)),
    ],
  }),
  cases({
    kernel: update,
    shapes: fc
      .record({
        optimizer: fc.constantFrom(...optimizerNames).map((name) => defaultOptimizers[name]),
        tensors: fc.array(fc.record({ count: upTo(700), parts: upTo(80), gap: fc.nat(3) }), {
          minLength: 1,
          maxLength: 3,
        }),
      })
      .map(({ optimizer, tensors }) => {
        const places: GradientParts[] = [];
        let [first, part] = [0, 0];
        for (const { count, parts, gap } of tensors) {
          places.push({ first, count, part, stride: count + gap, parts });
          first += count;
          part += parts * (count + gap);
        }
        return { quads: 1, optimizer, shares: sharesOf(places).length / 6, places, first, part };
      }),
    real: [],
    contents({ places, first, part }, random) {
      return [
        small(random, part),
        sharesOf(places),
        small(random, first),
        sixteenths(random, first),
        small(random, first),
        // A mean square is never negative.
        small(random, first).map(Math.abs),
      ];
    },
  }),
  cases({
    kernel: convolutionLogits,
    shapes: pixels,
    real: [article],
    contents: (shape, random) => [
      bytesOf(pixelsOf(shape.input), random),
      orderOf(shape, random),
      sixteenths(random, shape.dense + outputsOf(shape) * CLASS_COUNT),
      leftovers(values(shape, sumsOf(shape) * CLASS_COUNT)),
    ],
  }),
  cases({
    kernel: convolutionLogitsBack,
    shapes: fc
      .tuple(pixels, upTo(3), fc.boolean(), offset)
      .map(([shape, parts, hasDenseBias, kernelPartials]) =>
        placed({ ...shape, parts, hasDenseBias, kernelPartials }),
      ),
    real: [placed({ ...article, parts: 2, hasDenseBias: true, kernelPartials: 0 })],
    contents: (shape, random) => [
      bytesOf(pixelsOf(shape.input), random),
      orderOf(shape, random),
      sixteenths(random, shape.dense + outputsOf(shape) * CLASS_COUNT),
      sixteenths(random, values(shape, CLASS_COUNT)),
      leftovers(shape.densePartials + shape.parts * denseSize(shape)),
    ],
  }),
];

/** With the dense layer's parts behind the convolution's. */
function placed<Shape extends PixelConvolutionShape & { parts: number; kernelPartials: number }>(
  shape: Shape,
) {
  return { ...shape, densePartials: shape.kernelPartials + kernelParts(shape) * kernelSize(shape) };
}
