/** Pictures beside each other, with a pixel between them. */
const GAP = 1;
const PER_ROW = 8;
/** Below, at and above zero: orange, paper and blue, as in the charts' two hues. */
const NEGATIVE = [0xa8, 0x4a, 0x00];
const ZERO = [0xff, 0xff, 0xff];
const POSITIVE = [0x0a, 0x5c, 0xb8];

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity of every pixel, row by row. */
  readonly pixels: Uint8ClampedArray<ArrayBuffer>;
}

/**
 * A layer's weights as pictures in rows of eight, one for each output, each pixel coloured by its weight relative to the largest of all.
 *
 * @param shape conv [height, width, in, out], of which the first input channel is shown, or dense [in, out] on a square picture
 */
export function filterPictures(kernel: Float32Array, shape: readonly number[]): Picture {
  const isDense = shape.length === 2;
  const side = isDense ? Math.round(Math.sqrt(shape[0])) : shape[1];
  const rows = isDense ? side : shape[0];
  const channels = isDense ? 1 : shape[2];
  const outputs = shape[shape.length - 1];
  const columns = Math.min(PER_ROW, outputs);
  const width = columns * (side + GAP) - GAP;
  const height = Math.ceil(outputs / columns) * (rows + GAP) - GAP;
  const pixels = new Uint8ClampedArray(4 * width * height);
  const largest = kernel.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) || 1;

  for (let output = 0; output < outputs; output++) {
    const left = (output % columns) * (side + GAP);
    const top = Math.floor(output / columns) * (rows + GAP);
    for (let y = 0; y < rows; y++) {
      for (let x = 0; x < side; x++) {
        const weight = kernel[(y * side + x) * channels * outputs + output];
        pixels.set(colourOf(weight / largest), 4 * ((top + y) * width + left + x));
      }
    }
  }
  return { width, height, pixels };
}

/** @param value −1 … 1 */
function colourOf(value: number): number[] {
  const end = value < 0 ? NEGATIVE : POSITIVE;
  const share = Math.abs(value);
  return [...ZERO.map((zero, i) => zero + share * (end[i] - zero)), 255];
}
