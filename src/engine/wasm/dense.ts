import type { DenseSpec } from '../../model/spec';
import { activationKinds } from './kernels';
import type { CompiledLayer, Compiler } from './layer';
import { allocateLayerWeights, inPanels } from './layerWeights';
import type { PanelShape } from './panels';
import { paddedOutputs, panelShape, placeInPanels } from './panels';
import type { Tensor } from './tensor';
import { allocateTensor, imageOffsets, noPadding } from './tensor';

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

  const back = input.gradient && {
    address: arena.allocate(4 * inputs * units),
    sources: transposedSources(shape, inputs, units),
    table: arena.table(imageOffsets(input.gradient, block)),
  };

  const weightOf = Array.from({ length: input.pixels * input.channels }, (_, row) => {
    const pixel = Math.floor(row / input.channels);
    return pixel * input.stride + (row % input.channels);
  });
  const weights = allocateLayerWeights(compiler, inPanels(shape), units, useBias, weightOf, back);

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
      if (kind !== activationKinds.linear) {
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
        );
      }
      if (useBias) kernels.addRows(d, slopeTable, count, stride, weights.gradient + weights.biasOffset);
      if (back) {
        kernels.multiply8(
          d,
          slopeTable,
          1,
          units,
          0,
          back.address,
          inputs / 8,
          32 * units,
          compiler.zeros,
          0,
          input.gradient!.address,
          back.table,
          count,
          0,
        );
      }
    },
  };
}

/** For panels of eight inputs, [inputs/8][units][8], the byte offset of each weight in panels of outputs. */
function transposedSources(shape: PanelShape, inputs: number, units: number): Int32Array {
  const sources = new Int32Array(inputs * units);
  let next = 0;
  for (let first = 0; first < inputs; first += 8) {
    for (let unit = 0; unit < units; unit++) {
      for (let i = 0; i < 8; i++) sources[next++] = 4 * placeInPanels(shape, first + i, unit);
    }
  }
  return sources;
}
