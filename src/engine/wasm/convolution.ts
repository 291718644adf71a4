import type { Conv2dSpec } from '../../model/spec';
import { activationKinds } from './kernels';
import type { Compiler } from './layer';
import type { PanelShape } from './panels';
import { panelShape } from './panels';
import type { Tensor } from './tensor';
import { filledUp, pixelOffsets } from './tensor';

/** What a convolution needs to go forward, whichever way it goes back. */
export interface Convolution {
  readonly shape: PanelShape;
  /** Table of the byte offset of each output pixel's window in the input; the last are repeated to fill up a four. */
  readonly windows: number;
  /** Floats in one row of a window: neighbouring pixels with all their channels. */
  readonly run: number;
  /** Place among a filter's weights of each row of the Keras kernel [rows, filters]. */
  readonly weightOf: readonly number[];
  /** One image of the block, with weights in panels. */
  forward(image: number, panels: number, bias: number): void;
}

export function layOutConvolution(
  { arena, kernels }: Compiler,
  { kernel, strides, filters, activation }: Conv2dSpec,
  input: Tensor,
  output: Tensor,
): Convolution {
  const [kernelHeight, kernelWidth] = kernel;
  const [rowStride, columnStride] = strides;
  const run = kernelWidth * input.stride;
  const shape = panelShape(kernelHeight * run, output.stride);
  const kind = activationKinds[activation];
  const windows = arena.table(
    filledUp(
      pixelOffsets(
        output.height,
        output.width,
        (row, column) => row * rowStride * input.rowBytes + column * columnStride * 4 * input.stride,
      ),
    ),
  );
  return {
    shape,
    windows,
    run,
    weightOf: Array.from({ length: kernelHeight * kernelWidth * input.channels }, (_, row) => {
      const pixel = Math.floor(row / input.channels);
      return pixel * input.stride + (row % input.channels);
    }),
    forward(image, panels, bias) {
      const to = output.values.address + image * output.values.imageBytes;
      kernels.multiply8(
        input.values.address + image * input.values.imageBytes,
        windows,
        kernelHeight,
        run,
        input.rowBytes,
        panels,
        shape.panels,
        shape.panelBytes,
        bias,
        32,
        to,
        output.values.table,
        output.pixels,
        kind === activationKinds.relu ? 1 : 0,
      );
      if (kind > activationKinds.relu) {
        const { table } = output.values;
        kernels.activate(kind, to, table, to, table, output.pixels, filters);
      }
    },
  };
}
