import type { Conv2dSpec } from '../../model/spec';
import { activationKinds } from './kernels';
import type { CompiledLayer, Compiler } from './layer';
import { layOutConvolution } from './convolution';
import { allocateLayerWeights, inPanels } from './layerWeights';
import { paddedOutputs, placeInPanels } from './panels';
import type { Images, Padding, Tensor } from './tensor';
import { allocateImages, allocateTensor, filledUp, pixelOffsets } from './tensor';

/**
 * A convolution: a product of windows with panels of weights, image by image. On the way back the output's gradient is
 * laid out with zeros between and around its pixels (strides, kernel − 1), so that the input's gradient is again such a product,
 * with the kernel turned round.
 */
export function compileConv2d(
  compiler: Compiler,
  spec: Conv2dSpec,
  input: Tensor,
  [height, width]: readonly number[],
  padding: Padding,
): CompiledLayer {
  const { arena, kernels, block } = compiler;
  const { filters, activation, useBias } = spec;
  const [kernelHeight, kernelWidth] = spec.kernel;
  const [rowStride, columnStride] = spec.strides;
  const stride = paddedOutputs(filters, false);
  const output = allocateTensor(arena, block, {
    height,
    width,
    channels: filters,
    stride,
    padding,
    hasGradient: true,
    isRelu: activation === 'relu',
  });
  const outputGradient = output.gradient!;

  const { shape, windows, run, weightOf, forward } = layOutConvolution(compiler, spec, input, output);
  const weightTable = arena.table(
    pixelOffsets(kernelHeight, run, (row, place) => row * input.rowBytes + 4 * place),
  );
  const fives = 5 * (shape.weights % 4) <= shape.weights ? shape.weights % 4 : 0;
  const fours = Math.floor((shape.weights - 5 * fives) / 4);

  const back = input.gradient && compileBack();
  const slope: Images = back?.slope ?? outputGradient;

  const weights = allocateLayerWeights(compiler, inPanels(shape), filters, useBias, weightOf, (address) => {
    if (back) kernels.permute(address, back.sources, back.address, back.count);
  });
  const kind = activationKinds[activation];

  function compileBack() {
    const rows = Math.max(
      input.height + input.padding.top - 1 + kernelHeight,
      kernelHeight + (height - 1) * rowStride,
    );
    const columns = Math.max(
      input.width + input.padding.left - 1 + kernelWidth,
      kernelWidth + (width - 1) * columnStride,
    );
    const rowBytes = 4 * stride * columns;
    const spread = allocateImages(arena, block, {
      bytes: rows * rowBytes,
      stride,
      offsets: pixelOffsets(
        height,
        width,
        (row, column) =>
          (kernelHeight - 1 + row * rowStride) * rowBytes +
          (kernelWidth - 1 + column * columnStride) * 4 * stride,
      ),
    });
    const backWindows = arena.table(
      filledUp(
        pixelOffsets(
          input.height,
          input.width,
          (row, column) => (input.padding.top + row) * rowBytes + (input.padding.left + column) * 4 * stride,
        ),
      ),
    );
    const panels = input.stride / 8;
    const panelWeights = kernelHeight * kernelWidth * stride;
    const sources = Array.from({ length: panels * panelWeights * 8 }, (_, i) => {
      const channel = 8 * Math.floor(i / (8 * panelWeights)) + (i % 8);
      const weight = Math.floor(i / 8) % panelWeights;
      const filter = weight % stride;
      const turned = kernelHeight * kernelWidth - 1 - Math.floor(weight / stride);
      return 4 * placeInPanels(shape, turned * input.stride + channel, filter);
    });
    return {
      slope: spread,
      windows: backWindows,
      rowBytes,
      run: kernelWidth * stride,
      panels,
      panelBytes: 32 * panelWeights,
      address: arena.allocate(4 * sources.length),
      sources: arena.table(sources),
      count: sources.length,
    };
  }

  return {
    output,
    weights,
    forward(count) {
      for (let image = 0; image < count; image++) {
        forward(image, weights.address, weights.address + weights.biasOffset);
      }
    },
    backward(count) {
      const bias = weights.gradient + weights.biasOffset;
      const slopeKind = output.isReluTaken ? activationKinds.linear : kind;
      for (let image = 0; image < count; image++) {
        const from = input.values.address + image * input.values.imageBytes;
        const d = slope.address + image * slope.imageBytes;
        if (slopeKind !== activationKinds.linear || slope !== outputGradient) {
          kernels.deactivate(
            slopeKind,
            outputGradient.address + image * outputGradient.imageBytes,
            outputGradient.table,
            output.values.address + image * output.values.imageBytes,
            output.values.table,
            d,
            slope.table,
            output.pixels,
            stride,
          );
        }
        kernels.correlate8(
          from,
          windows,
          weightTable,
          shape.weights,
          fours,
          fives,
          d,
          slope.table,
          output.pixels,
          weights.gradient,
          shape.panels,
          useBias && fours > 0 ? bias : 0,
        );
        if (useBias && fours === 0) kernels.addRows(d, slope.table, output.pixels, stride, bias);
        if (back) {
          kernels.multiply8(
            d,
            back.windows,
            kernelHeight,
            back.run,
            back.rowBytes,
            back.address,
            back.panels,
            back.panelBytes,
            compiler.zeros,
            0,
            input.gradient!.address + image * input.gradient!.imageBytes,
            input.gradient!.table,
            input.pixels,
            0,
          );
        }
      }
    },
  };
}
