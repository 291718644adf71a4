/** A panel is two vectors wide. */
const PANEL_WIDTH = 8;
/** Ten logits fill three vectors better than four. */
const LOGITS_WIDTH = 12;

/** Outputs with the channels that fill up the last panel. */
export const paddedOutputs = (outputs: number, isLogits: boolean): number =>
  isLogits && outputs > PANEL_WIDTH && outputs <= LOGITS_WIDTH
    ? LOGITS_WIDTH
    : Math.ceil(outputs / PANEL_WIDTH) * PANEL_WIDTH;

/** Weights in panels [panel][weights][width], as `multiply` goes through them. */
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
