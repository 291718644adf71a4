/** Ink that counts as part of the digit. */
const INK = 128;

/** The digit's outline, between pixels, as the path of an SVG whose unit is one pixel. @param digit bytes, row by row, 0 = paper */
export function outlineOf(digit: Uint8Array, width: number): string {
  const height = digit.length / width;
  const isInk = (row: number, column: number) =>
    row >= 0 && row < height && column >= 0 && column < width && digit[row * width + column] >= INK;
  let path = '';
  for (let row = 0; row <= height; row++) {
    for (let column = 0; column <= width; column++) {
      if (isInk(row, column) !== isInk(row - 1, column)) path += `M${String(column)} ${String(row)}h1`;
      if (isInk(row, column) !== isInk(row, column - 1)) path += `M${String(column)} ${String(row)}v1`;
    }
  }
  return path;
}
