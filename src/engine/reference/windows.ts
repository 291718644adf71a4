import { samePadding } from '../../model/plan';
import type { Padding, Size2d } from '../../model/spec';

/** A pixel of the input that a window covers, and the pixel of the kernel that lies on it; both counted row by row. */
export interface CoveredPixel {
  readonly input: number;
  readonly kernel: number;
}

/** For each pixel of the output what its window covers. What padding adds is zero, or never greatest: it is left out. */
export function windowsOf(
  kernel: Size2d,
  strides: Size2d,
  padding: Padding,
  [inputHeight, inputWidth]: readonly number[],
  [outputHeight, outputWidth]: readonly number[],
): CoveredPixel[][] {
  const top = padding === 'same' ? samePadding(inputHeight, kernel[0], strides[0])[0] : 0;
  const left = padding === 'same' ? samePadding(inputWidth, kernel[1], strides[1])[0] : 0;
  const windows: CoveredPixel[][] = [];
  for (let outputRow = 0; outputRow < outputHeight; outputRow++) {
    for (let outputColumn = 0; outputColumn < outputWidth; outputColumn++) {
      const covered: CoveredPixel[] = [];
      for (let kernelRow = 0; kernelRow < kernel[0]; kernelRow++) {
        for (let kernelColumn = 0; kernelColumn < kernel[1]; kernelColumn++) {
          const row = outputRow * strides[0] + kernelRow - top;
          const column = outputColumn * strides[1] + kernelColumn - left;
          const isInside = row >= 0 && row < inputHeight && column >= 0 && column < inputWidth;
          if (isInside) {
            covered.push({ input: row * inputWidth + column, kernel: kernelRow * kernel[1] + kernelColumn });
          }
        }
      }
      windows.push(covered);
    }
  }
  return windows;
}
