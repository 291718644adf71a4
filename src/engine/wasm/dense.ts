import type { DenseSpec } from '../../model/spec';
import { activationKinds } from './kernels';
import type { CompiledLayer, Compiler } from './layer';
import { allocateLayerWeights, inPanels } from './layerWeights';
import { paddedOutputs, panelShape } from './panels';
import type { Tensor } from './tensor';
import { allocateTensor, imageOffsets, noPadding, takeRelu } from './tensor';

/** So many weights of a panel at a time stay in the first-level cache while all images of the block go by (24 KB of 32). */
const WEIGHTS_AT_A_TIME = 512;

/** A dense layer: a product of whole images with panels of weights, a block of images at a time. */
export function compileDense(
  compiler: Compiler,
  spec: DenseSpec,
  input: Tensor,
  isLogits: boolean,
): CompiledLayer {
  const { arena, kernels, block } = compiler;
  const { units, activation, useBias } = spec;
  const stride = paddedOutputs(units, isLogits);
  const output = allocateTensor(arena, block, {
    height: 1,
    width: 1,
    channels: units,
    stride,
    padding: noPadding,
    hasGradient: true,
    isRelu: activation === 'relu',
  });
  const outputGradient = output.gradient!;
  const inputs = input.pixels * input.stride;
  const shape = panelShape(inputs, stride);
  const multiply = shape.width === 12 ? kernels.multiply12 : kernels.multiply8;
  const kind = activationKinds[activation];

  const inputTable = arena.table(imageOffsets(input.values, block));
  const outputTable = arena.table(imageOffsets(output.values, block));
  const slopeTable = arena.table(imageOffsets(outputGradient, block));
  const weightTable = arena.table(Array.from({ length: inputs }, (_, weight) => 4 * weight));

  // Weights the other way round, and whether the slope of the layer before, a relu, is taken care of here.
  const back = input.gradient && {
    weights: arena.allocate(4 * inputs * units),
    table: arena.table(imageOffsets(input.gradient, block)),
    masks: takeRelu(input),
  };

  const weightOf = Array.from({ length: input.pixels * input.channels }, (_, row) => {
    const pixel = Math.floor(row / input.channels);
    return pixel * input.stride + (row % input.channels);
  });
  const weights = allocateLayerWeights(compiler, inPanels(shape), units, useBias, weightOf, (address) => {
    if (back) kernels.transposePanels(address, shape.width, inputs, units, back.weights);
  });

  return {
    output,
    weights,
    forward(count) {
      for (let first = 0; first < inputs; first += WEIGHTS_AT_A_TIME) {
        const isFirst = first === 0;
        const isLast = first + WEIGHTS_AT_A_TIME >= inputs;
        multiply(
          input.values.address + 4 * first,
          inputTable,
          1,
          Math.min(WEIGHTS_AT_A_TIME, inputs - first),
          0,
          weights.address + 4 * first * shape.width,
          shape.panels,
          shape.panelBytes,
          isFirst ? weights.address + weights.biasOffset : 0,
          isFirst ? 4 * shape.width : 0,
          output.values.address,
          outputTable,
          count,
          isLast && kind === activationKinds.relu ? 1 : 0,
        );
      }
      if (kind > activationKinds.relu) {
        const { address } = output.values;
        kernels.activate(kind, address, outputTable, address, outputTable, count, units);
      }
    },
    backward(count) {
      const d = outputGradient.address;
      if (kind !== activationKinds.linear && !output.isReluTaken) {
        const y = output.values.address;
        kernels.deactivate(kind, d, slopeTable, y, outputTable, d, slopeTable, count, stride);
      }
      const from = input.values.address;
      if (shape.width === 12) {
        kernels.correlate12(from, inputTable, weightTable, inputs, d, slopeTable, count, weights.gradient);
      } else {
        kernels.correlate8(
          from,
          inputTable,
          weightTable,
          inputs,
          inputs / 4,
          0,
          d,
          slopeTable,
          count,
          weights.gradient,
          shape.panels,
          0,
        );
      }
      if (useBias) kernels.addRows(d, slopeTable, count, stride, weights.gradient + weights.biasOffset);
      if (back) {
        kernels.multiplyBack8(
          d,
          slopeTable,
          units,
          back.weights,
          inputs / 8,
          input.gradient!.address,
          back.table,
          back.masks ? input.values.address : 0,
          inputTable,
          count,
        );
      }
    },
  };
}
