import type { Compiler, LayerWeights } from './layer';
import type { PanelShape } from './panels';
import { placeInPanels } from './panels';

/** How a layer's weights lie in memory: first those of the kernel, then a bias of `stride` floats. */
export interface WeightLayout {
  readonly kernelBytes: number;
  readonly stride: number;
  /** Place (floats from the first) of the weight number `weight` of an output. */
  place(weight: number, output: number): number;
}

export const inPanels = (shape: PanelShape): WeightLayout => ({
  kernelBytes: shape.panels * shape.panelBytes,
  stride: shape.stride,
  place: (weight, output) => placeInPanels(shape, weight, output),
});

/**
 * @param weightOf place among an output's weights of each row of the Keras kernel [rows, outputs]
 * @param derive lays the weights at an address out otherwise, for the layer's own use
 */
export function allocateLayerWeights(
  { parameters }: Compiler,
  layout: WeightLayout,
  outputs: number,
  useBias: boolean,
  weightOf: readonly number[],
  derive?: (weights: number) => void,
): LayerWeights {
  const biasOffset = layout.kernelBytes;
  const bytes = biasOffset + 4 * layout.stride;
  const offset = parameters.bytes;
  parameters.bytes += bytes;
  const kernelPlaces = new Uint32Array(weightOf.length * outputs);
  weightOf.forEach((weight, row) => {
    for (let output = 0; output < outputs; output++) {
      kernelPlaces[row * outputs + output] = layout.place(weight, output);
    }
  });
  const biasPlaces = Uint32Array.from({ length: outputs }, (_, output) => biasOffset / 4 + output);
  return {
    get address() {
      return parameters.address + offset;
    },
    get gradient() {
      return parameters.gradient + offset;
    },
    offset,
    bytes,
    biasOffset,
    places: useBias ? [kernelPlaces, biasPlaces] : [kernelPlaces],
    refresh: () => derive?.(parameters.address + offset),
  };
}
