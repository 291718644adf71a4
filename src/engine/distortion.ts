import { hash32 } from '../lib/hash32';
import type { Augmentation, ModelSpec } from '../model/spec';

/** Crossings of the net that is pulled about lie so many pixels apart. */
const NET_SPACING = 8;

/** Fixed point: ones of the matrix, of positions (in pixels), and of the thickness. */
const MATRIX_ONE = 4096;
const PIXEL_ONE = 256;
const THICKNESS_ONE = 256;

/** Numbers of a distortion before those of its net. */
export const NET_START = 7;

/** Layers draw their masks with their place; this is the place before the first. */
const PLACE_OF_IMAGES = -1;

/** Crossings of the net over an image: rows and columns. */
export function netOf(height: number, width: number): readonly [rows: number, columns: number] {
  return [Math.ceil(height / NET_SPACING) + 1, Math.ceil(width / NET_SPACING) + 1];
}

/** Numbers that say how an image is distorted. */
export function distortionLength(height: number, width: number): number {
  const [rows, columns] = netOf(height, width);
  return NET_START + 2 * rows * columns;
}

/** The bounds of an augmentation as whole numbers, in the order they are drawn: number i of a distortion is within ± bound i. */
export function boundsOf(augmentation: Augmentation): readonly number[] {
  const { rotation, zoom, stretch, shear, shift, thickness, waves } = augmentation;
  return [
    ...[rotation, zoom, stretch, shear].map((bound) => Math.round(bound * MATRIX_ONE)),
    ...[shift, shift].map((bound) => Math.round(bound * PIXEL_ONE)),
    Math.round(thickness * THICKNESS_ONE),
    Math.round(waves * PIXEL_ONE),
  ];
}

/**
 * How one image is distorted: a pure function of the step's seed and the image's place in its batch, in whole numbers only. So
 * every engine distorts alike to the last bit, however a batch is sliced. Number k is drawn by
 * hash(hash(hash(seed − 1) + place) + k), as `dropoutMask` draws.
 *
 * @returns the matrix that takes a place in the new image, counted from its middle, to one in the old (4 numbers, row by row,
 *   1 = 4096); how far that is shifted, across and down (1 pixel = 256); the thickness (1 = 256); then how far the crossings
 *   of the net are pulled, row by row, each across and down (1 pixel = 256)
 */
export function drawDistortion(
  augmentation: Augmentation,
  seed: number,
  place: number,
  height: number,
  width: number,
): Int32Array {
  const imageSeed = hash32(hash32(seed + PLACE_OF_IMAGES) + place);
  const bounds = boundsOf(augmentation);
  const wavesBound = bounds[NET_START];
  const drawn = Int32Array.from({ length: distortionLength(height, width) }, (_, k) =>
    drawWithin(k < NET_START ? bounds[k] : wavesBound, hash32(imageSeed + k)),
  );
  const [rotation, zoom, stretch, shear] = drawn;
  // Angles are small: a rotation to first order, which at 10° makes a digit smaller by 1.5 %, as a zoom of 1.5 % would.
  drawn.set([MATRIX_ONE + zoom + stretch, shear - rotation, rotation, MATRIX_ONE + zoom - stretch]);
  return drawn;
}

/** A whole number from −bound to bound, bound < 2¹⁵, all equally likely as far as 2¹⁶ can be shared out. */
function drawWithin(bound: number, hash: number): number {
  return (((hash >>> 16) * (2 * bound + 1)) >>> 16) - bound;
}

/**
 * An image distorted: each pixel takes the grey that the old image has, between four of its pixels, where the pixel's place
 * comes from; then strokes become thicker or thinner. Beyond the old image there is paper. Affine and elastic distortion
 * follow Simard, Steinkraus and Platt, "Best practices for convolutional neural networks applied to visual document analysis" (2003).
 *
 * @param image height × width bytes, row by row, 0 = paper
 * @param distortion from `drawDistortion`
 */
export function distort(
  image: Uint8Array,
  distortion: Int32Array,
  height: number,
  width: number,
): Uint8Array {
  const warped = new Uint8Array(image.length);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      warped[row * width + column] = warpedPixel(image, distortion, height, width, row, column);
    }
  }
  const thickness = distortion[NET_START - 1];
  return thickness === 0 ? warped : withThickness(warped, thickness, height, width);
}

/** An image as a model takes it while training: distorted, where it asks for that. */
export function asInTraining(
  { augmentation, inputShape: [height, width] }: ModelSpec,
  image: Uint8Array,
  seed: number,
  place: number,
): Uint8Array {
  if (!augmentation) return image;
  return distort(image, drawDistortion(augmentation, seed, place, height, width), height, width);
}

function warpedPixel(
  image: Uint8Array,
  distortion: Int32Array,
  height: number,
  width: number,
  row: number,
  column: number,
): number {
  const [xx, xy, yx, yy, shiftX, shiftY] = distortion;
  // From the middle, in half pixels; so products have 13 bits behind the point, and 8 stay.
  const across = 2 * column + 1 - width;
  const down = 2 * row + 1 - height;
  const [pulledX, pulledY] = pullAt(distortion, width, row, column);
  const x = ((xx * across + xy * down) >> 5) + 128 * (width - 1) + shiftX + pulledX;
  const y = ((yx * across + yy * down) >> 5) + 128 * (height - 1) + shiftY + pulledY;

  const left = x >> 8;
  const top = y >> 8;
  const right = x & 255;
  const bottom = y & 255;
  const inkAt = (atRow: number, atColumn: number) =>
    atRow >= 0 && atRow < height && atColumn >= 0 && atColumn < width ? image[atRow * width + atColumn] : 0;
  const upper = inkAt(top, left) * (256 - right) + inkAt(top, left + 1) * right;
  const lower = inkAt(top + 1, left) * (256 - right) + inkAt(top + 1, left + 1) * right;
  return (upper * (256 - bottom) + lower * bottom + 32_768) >> 16;
}

/** How far a place is pulled, between the four crossings around it (1 pixel = 256). */
function pullAt(
  distortion: Int32Array,
  width: number,
  row: number,
  column: number,
): readonly [number, number] {
  const [, columns] = netOf(0, width);
  const right = column % NET_SPACING;
  const bottom = row % NET_SPACING;
  const first = Math.floor(row / NET_SPACING) * columns + Math.floor(column / NET_SPACING);
  const along = (axis: number) => {
    const at = (crossing: number) => distortion[NET_START + 2 * crossing + axis];
    const upper = at(first) * (NET_SPACING - right) + at(first + 1) * right;
    const lower = at(first + columns) * (NET_SPACING - right) + at(first + columns + 1) * right;
    return (upper * (NET_SPACING - bottom) + lower * bottom) >> 6;
  };
  return [along(0), along(1)];
}

function withThickness(image: Uint8Array, thickness: number, height: number, width: number): Uint8Array {
  return image.map((ink, pixel) => {
    const row = Math.floor(pixel / width);
    const column = pixel % width;
    const around = [ink];
    if (row > 0) around.push(image[pixel - width]);
    if (row < height - 1) around.push(image[pixel + width]);
    if (column > 0) around.push(image[pixel - 1]);
    if (column < width - 1) around.push(image[pixel + 1]);
    return thickness > 0
      ? ink + ((thickness * (Math.max(...around) - ink) + 128) >> 8)
      : ink - ((-thickness * (ink - Math.min(...around)) + 128) >> 8);
  });
}
