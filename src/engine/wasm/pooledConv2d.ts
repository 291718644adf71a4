import type { Conv2dSpec, MaxPooling2dSpec } from '../../model/spec';
import { layOutConvolution } from './convolution';
import { activationKinds } from './kernels';
import type { CompiledLayer, Compiler } from './layer';
import { allocateLayerWeights } from './layerWeights';
import { layOutPooling } from './maxPooling2d';
import { paddedOutputs, placeInPanels } from './panels';
import type { Padding, Tensor } from './tensor';
import { allocateTensor, noPadding, pixelOffsets } from './tensor';

/** At most this share of the pixels may be winners for lists of them to be faster than going through all. */
const GREATEST_SHARE = 0.5;

/** Whether a convolution and the max pooling behind it are better compiled as one layer. */
export function isWorthPooling(
  input: Tensor,
  [height, width]: readonly number[],
  [pooledHeight, pooledWidth]: readonly number[],
): boolean {
  const { top, bottom, left, right } = input.padding;
  const isPadded = top + bottom + left + right > 0;
  return !isPadded && pooledHeight * pooledWidth <= GREATEST_SHARE * height * width;
}

/**
 * A convolution with the max pooling behind it. Going back it computes with lists of winners (assembly/winners.ts), for which
 * weights lie filter by filter; going forward needs them in panels.
 */
export function compilePooledConv2d(
  compiler: Compiler,
  spec: Conv2dSpec,
  pooling: MaxPooling2dSpec,
  input: Tensor,
  [[height, width], [pooledHeight, pooledWidth]]: readonly [readonly number[], readonly number[]],
  padding: Padding,
): CompiledLayer {
  const { arena, kernels, block } = compiler;
  const { filters, activation, useBias } = spec;
  const [kernelHeight] = spec.kernel;
  const [rowStride, columnStride] = spec.strides;
  const stride = paddedOutputs(filters, false);
  const both = { channels: filters, stride };
  const convolved = allocateTensor(arena, block, {
    ...both,
    height,
    width,
    padding: noPadding,
    hasGradient: false,
  });
  const output = allocateTensor(arena, block, {
    ...both,
    height: pooledHeight,
    width: pooledWidth,
    padding,
    hasGradient: true,
    isRelu: activation === 'relu',
  });
  const outputGradient = output.gradient!;
  const convolution = layOutConvolution(compiler, spec, input, convolved);
  const { shape, run, weightOf } = convolution;
  const kind = activationKinds[activation];

  const windows = layOutPooling(arena, pooling, convolved, [pooledHeight, pooledWidth]);
  const origins = arena.table(
    windows.covered.map(
      ({ row, column }) => row * rowStride * input.rowBytes + column * columnStride * 4 * input.stride,
    ),
  );
  // Room for one more: the kernel writes before it knows whether there is a winner.
  const listBytes = 8 * (output.pixels + 1);
  const lists = arena.allocate(stride * listBytes);
  const ends = arena.allocate(4 * stride);

  // A filter: for each row of the window its weights in vectors, of which the last may reach over.
  const rowVectors = Math.ceil(run / 4);
  const tiles = tilesFor(kernelHeight * rowVectors);
  const filterFloats = 4 * tiles.vectors;
  const taps = arena.table([
    ...pixelOffsets(kernelHeight, rowVectors, (row, vector) => row * input.rowBytes + 16 * vector),
    ...new Array<number>(tiles.vectors - kernelHeight * rowVectors).fill(0),
  ]);
  const place = (weight: number, filter: number) =>
    filter * filterFloats + Math.floor(weight / run) * 4 * rowVectors + (weight % run);

  const panels = arena.allocate(shape.panels * shape.panelBytes);
  const sources = new Array<number>(shape.panels * shape.weights * shape.width);
  for (let filter = 0; filter < stride; filter++) {
    for (let weight = 0; weight < shape.weights; weight++) {
      sources[placeInPanels(shape, weight, filter)] = 4 * place(weight, filter);
    }
  }
  const layout = { kernelBytes: 4 * filterFloats * stride, stride, place };
  const sourceTable = arena.table(sources);
  const weights = allocateLayerWeights(compiler, layout, filters, useBias, weightOf, (address) =>
    kernels.permute(address, sourceTable, panels, sources.length),
  );

  return {
    output,
    weights,
    forward(count) {
      for (let image = 0; image < count; image++) {
        convolution.forward(image, panels, weights.address + weights.biasOffset);
        kernels.maxPool(
          convolved.values.address + image * convolved.values.imageBytes,
          windows.starts,
          windows.values,
          output.values.address + image * output.values.imageBytes,
          output.values.table,
          output.pixels,
          stride,
        );
      }
    },
    backward(count) {
      if (input.gradient) {
        kernels.clear(input.gradient.address, count * input.gradient.imageBytes);
      }
      for (let image = 0; image < count; image++) {
        const y = output.values.address + image * output.values.imageBytes;
        const d = outputGradient.address + image * outputGradient.imageBytes;
        if (kind !== activationKinds.linear && !output.isReluTaken) {
          const { table } = outputGradient;
          // The greatest value's slope is that of the pooled one: they are the same number.
          kernels.deactivate(kind, d, table, y, output.values.table, d, table, output.pixels, stride);
        }
        kernels.listWinners(
          convolved.values.address + image * convolved.values.imageBytes,
          windows.starts,
          windows.values,
          origins,
          y,
          output.values.table,
          d,
          outputGradient.table,
          output.pixels,
          stride,
          lists,
          listBytes,
          ends,
        );
        kernels.correlateWinners(
          input.values.address + image * input.values.imageBytes,
          lists,
          listBytes,
          ends,
          filters,
          taps,
          tiles.tens,
          tiles.nines,
          tiles.threes,
          weights.gradient,
        );
        if (useBias) {
          const bias = weights.gradient + weights.biasOffset;
          kernels.addRows(d, outputGradient.table, output.pixels, stride, bias);
        }
        if (input.gradient) {
          kernels.spreadWinners(
            weights.address,
            4 * filterFloats,
            lists,
            listBytes,
            ends,
            filters,
            kernelHeight,
            4 * run,
            input.rowBytes,
            input.gradient.address + image * input.gradient.imageBytes,
          );
        }
      }
    },
  };
}

/** Tiles of `correlateWinners` that hold so many vectors, with little over: 5×5 windows are tens, 3×3 nines. */
function tilesFor(vectors: number): { tens: number; nines: number; threes: number; vectors: number } {
  if (vectors % 10 === 0) return { tens: vectors / 10, nines: 0, threes: 0, vectors };
  const nines = Math.floor(vectors / 9);
  const threes = Math.ceil((vectors % 9) / 3);
  return { tens: 0, nines, threes, vectors: 9 * nines + 3 * threes };
}
