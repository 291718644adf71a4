import type { Picture } from './drawing';
import type { Placement } from './rasterise';

/**
 * A picture's ink on a field: `side` × `side` numbers, row by row, 0 = bare paper, 1 = all ink. A pixel takes the
 * mean of whatever part of the picture it covers, so nothing thin is lost on the way down.
 */
export function pictureInk(picture: Picture, placement: Placement, side: number): Float32Array {
  const sums = sumsOf(picture);
  /** Ink left of column `x` and above row `y` of the picture, which need not be whole numbers. */
  const inkUpTo = (x: number, y: number) => {
    const left = Math.floor(x);
    const top = Math.floor(y);
    const right = Math.min(left + 1, picture.side);
    const bottom = Math.min(top + 1, picture.side);
    const stride = picture.side + 1;
    const above = between(sums[top * stride + left], sums[top * stride + right], x - left);
    const below = between(sums[bottom * stride + left], sums[bottom * stride + right], x - left);
    return between(above, below, y - top);
  };
  const withinPicture = (position: number) => Math.min(picture.side, Math.max(0, position));
  const toPicture = (position: number, offset: number) =>
    withinPicture(((position - offset) / placement.scale) * picture.side);

  const picturePixels = (picture.side / placement.scale) ** 2;
  const ink = new Float32Array(side * side);
  for (let row = 0; row < side; row++) {
    const top = toPicture(row, placement.y);
    const bottom = toPicture(row + 1, placement.y);
    for (let column = 0; column < side; column++) {
      const left = toPicture(column, placement.x);
      const right = toPicture(column + 1, placement.x);
      const sum = inkUpTo(right, bottom) - inkUpTo(left, bottom) - inkUpTo(right, top) + inkUpTo(left, top);
      ink[row * side + column] = sum / 255 / picturePixels;
    }
  }
  return ink;
}

const between = (a: number, b: number, share: number) => a + share * (b - a);

/** Drawing over a picture asks for the same sums at every move of the pen. */
const sumsOfPictures = new WeakMap<Picture, Float64Array>();

/** For every corner of the pixels the sum of all ink left of it and above it. */
function sumsOf(picture: Picture): Float64Array {
  const known = sumsOfPictures.get(picture);
  if (known) return known;
  const stride = picture.side + 1;
  const sums = new Float64Array(stride * stride);
  for (let row = 0; row < picture.side; row++) {
    let sumOfRow = 0;
    for (let column = 0; column < picture.side; column++) {
      sumOfRow += picture.ink[row * picture.side + column];
      sums[(row + 1) * stride + column + 1] = sums[row * stride + column + 1] + sumOfRow;
    }
  }
  sumsOfPictures.set(picture, sums);
  return sums;
}
