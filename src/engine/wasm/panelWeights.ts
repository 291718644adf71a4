import type { Compiler, PanelWeights } from './layer';

/** A panel is two vectors wide. */
const PANEL_WIDTH = 8;
/** Ten logits fill three vectors better than four. */
const LOGITS_WIDTH = 12;

/** Outputs with the channels that fill up the last panel. */
export const paddedOutputs = (outputs: number, isLogits: boolean): number =>
  isLogits && outputs > PANEL_WIDTH && outputs <= LOGITS_WIDTH
    ? LOGITS_WIDTH
    : Math.ceil(outputs / PANEL_WIDTH) * PANEL_WIDTH;

export interface PanelShape {
  readonly width: 8 | 12;
  readonly panels: number;
  /** Weights of one output, as they lie in memory: a channel that only fills up has one too. */
  readonly weights: number;
  readonly panelBytes: number;
  readonly stride: number;
}

export function panelShape(weights: number, stride: number): PanelShape {
  const width = stride === LOGITS_WIDTH ? LOGITS_WIDTH : PANEL_WIDTH;
  return { width, panels: stride / width, weights, panelBytes: 4 * weights * width, stride };
}

/** Place (floats from the first panel) of the weight number `weight` of an output. */
export function placeInPanels({ width, weights }: PanelShape, weight: number, output: number): number {
  const panel = Math.floor(output / width);
  return (panel * weights + weight) * width + (output % width);
}

/**
 * @param weightOf place among an output's weights of each row of the Keras kernel [rows, outputs]
 * @param transposed address and table of the same weights laid out for the way back; null where nothing goes back
 */
export function allocatePanelWeights(
  { arena, kernels, parameters }: Compiler,
  shape: PanelShape,
  outputs: number,
  useBias: boolean,
  weightOf: readonly number[],
  transposed: { readonly address: number; readonly sources: readonly number[] } | null,
): PanelWeights {
  const biasOffset = shape.panels * shape.panelBytes;
  const bytes = biasOffset + 4 * shape.stride;
  const offset = parameters.bytes;
  parameters.bytes += bytes;
  const kernelPlaces = Uint32Array.from({ length: weightOf.length * outputs }, (_, i) =>
    placeInPanels(shape, weightOf[Math.floor(i / outputs)], i % outputs),
  );
  const biasPlaces = Uint32Array.from({ length: outputs }, (_, output) => biasOffset / 4 + output);
  const table = transposed && arena.table(transposed.sources);
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
    refresh() {
      if (transposed && table)
        kernels.permute(parameters.address + offset, table, transposed.address, transposed.sources.length);
    },
  };
}
