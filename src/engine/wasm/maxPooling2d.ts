import { samePadding } from '../../model/plan';
import type { MaxPooling2dSpec } from '../../model/spec';
import type { Arena } from './arena';
import type { CompiledLayer, Compiler } from './layer';
import type { Padding, Tensor } from './tensor';
import { allocateTensor } from './tensor';

/** Max pooling, image by image; each window as the list of the pixels it covers. */
export function compileMaxPooling2d(
  { arena, kernels, block }: Compiler,
  spec: MaxPooling2dSpec,
  input: Tensor,
  [height, width]: readonly number[],
  padding: Padding,
): CompiledLayer {
  const { channels, stride } = input;
  const hasGradient = input.gradient !== null;
  const output = allocateTensor(arena, block, { height, width, channels, stride, padding, hasGradient });

  const { starts, values, covered } = layOutPooling(arena, spec, input, [height, width]);
  const slopes = arena.table(covered.map(({ row, column }) => 4 * stride * (row * input.width + column)));

  return {
    output,
    weights: null,
    forward(count) {
      for (let image = 0; image < count; image++) {
        kernels.maxPool(
          input.values.address + image * input.values.imageBytes,
          starts,
          values,
          output.values.address + image * output.values.imageBytes,
          output.values.table,
          output.pixels,
          stride,
        );
      }
    },
    backward(count) {
      if (!input.gradient || !output.gradient) return;
      const { address, imageBytes } = input.gradient;
      kernels.clear(address, count * imageBytes);
      for (let image = 0; image < count; image++) {
        kernels.maxPoolGradient(
          input.values.address + image * input.values.imageBytes,
          starts,
          values,
          output.values.address + image * output.values.imageBytes,
          output.values.table,
          output.gradient.address + image * output.gradient.imageBytes,
          output.gradient.table,
          output.pixels,
          stride,
          address + image * imageBytes,
          slopes,
        );
      }
    },
  };
}

/**
 * Tables of the pixels under each output pixel's window, window by window: where each window's begin, and the byte offsets
 * of their values; and which they are.
 */
export function layOutPooling(
  arena: Arena,
  spec: MaxPooling2dSpec,
  input: Tensor,
  size: readonly number[],
): { starts: number; values: number; covered: readonly Pixel[] } {
  const windows = windowsOf(spec, input, size);
  const starts: number[] = [0];
  for (const pixels of windows) starts.push(starts[starts.length - 1] + pixels.length);
  const covered = windows.flat();
  return {
    starts: arena.table(starts),
    values: arena.table(covered.map(({ row, column }) => row * input.rowBytes + column * 4 * input.stride)),
    covered,
  };
}

interface Pixel {
  readonly row: number;
  readonly column: number;
}

/** The input pixels under each output pixel's window, row by row; what padding adds never counts. */
function windowsOf(
  { pool, strides, padding }: MaxPooling2dSpec,
  input: Tensor,
  [height, width]: readonly number[],
): Pixel[][] {
  const isSame = padding === 'same';
  const top = isSame ? samePadding(input.height, pool[0], strides[0])[0] : 0;
  const left = isSame ? samePadding(input.width, pool[1], strides[1])[0] : 0;
  return Array.from({ length: height * width }, (_, pixel) => {
    const firstRow = Math.floor(pixel / width) * strides[0] - top;
    const firstColumn = (pixel % width) * strides[1] - left;
    const pixels: Pixel[] = [];
    for (let row = Math.max(0, firstRow); row < Math.min(input.height, firstRow + pool[0]); row++) {
      for (
        let column = Math.max(0, firstColumn);
        column < Math.min(input.width, firstColumn + pool[1]);
        column++
      ) {
        pixels.push({ row, column });
      }
    }
    return pixels;
  });
}
