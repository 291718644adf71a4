/** A picture without colours. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  /** Row by row, 0 = black, 255 = white. */
  readonly brightness: Uint8Array;
}

/** How bright the eye takes red, green and blue to be (ITU-R BT.601, as JPEG does). */
const RED = 0.299;
const GREEN = 0.587;
const BLUE = 0.114;

/** Of red, green, blue and opacity, a byte each. What can be looked through lies on white paper. */
export function greyFromRgba(rgba: Uint8ClampedArray, width: number, height: number): Grey {
  const brightness = new Uint8Array(width * height);
  for (let pixel = 0; pixel < brightness.length; pixel++) {
    const at = 4 * pixel;
    const own = RED * rgba[at] + GREEN * rgba[at + 1] + BLUE * rgba[at + 2];
    brightness[pixel] = Math.round(255 + (rgba[at + 3] / 255) * (own - 255));
  }
  return { width, height, brightness };
}

export const inverted = ({ brightness, ...size }: Grey): Grey => ({
  ...size,
  brightness: brightness.map((value) => 255 - value),
});
