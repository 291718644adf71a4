// engine/distortion.ts in WebAssembly, number by number: whole numbers only, so both give the same bytes.

/** Ink at a place of an image; beyond it there is paper. */
// @ts-ignore: decorator
@inline
function inkAt(image: usize, height: i32, width: i32, row: i32, column: i32): i32 {
  if (<u32>row >= <u32>height || <u32>column >= <u32>width) return 0;
  return load<u8>(image + row * width + column);
}

/** A number of the net between its four crossings around a place, the first of them at `at`. */
// @ts-ignore: decorator
@inline
function pull(at: usize, rowBytes: usize, right: i32, bottom: i32): i32 {
  const upper = load<i32>(at) * (8 - right) + load<i32>(at, 8) * right;
  const lower = load<i32>(at + rowBytes) * (8 - right) + load<i32>(at + rowBytes, 8) * right;
  return (upper * (8 - bottom) + lower * bottom) >> 6;
}

/**
 * Bytes of an image → `out`, distorted by the numbers of `drawDistortion` at `distortion`; `scratch` holds as many bytes. None of the
 * three overlap.
 */
export function distort(
  image: usize, out: usize, scratch: usize, height: i32, width: i32, distortion: usize,
): void {
  const xx = load<i32>(distortion), xy = load<i32>(distortion, 4);
  const yx = load<i32>(distortion, 8), yy = load<i32>(distortion, 12);
  const shiftX = load<i32>(distortion, 16) + 128 * (width - 1), shiftY = load<i32>(distortion, 20) + 128 * (height - 1);
  const thickness = load<i32>(distortion, 24);
  const net = distortion + 28, rowBytes = <usize>(((width + 7) >> 3) + 1) << 3;
  const warped = thickness == 0 ? out : scratch;

  let to = warped;
  for (let row = 0; row < height; row++) {
    const down = 2 * row + 1 - height, bottom = row & 7;
    const netRow = net + <usize>(row >> 3) * rowBytes;
    for (let column = 0; column < width; column++, to++) {
      const across = 2 * column + 1 - width, right = column & 7;
      const crossing = netRow + (<usize>(column >> 3) << 3);
      const x = ((xx * across + xy * down) >> 5) + shiftX + pull(crossing, rowBytes, right, bottom);
      const y = ((yx * across + yy * down) >> 5) + shiftY + pull(crossing + 4, rowBytes, right, bottom);
      const left = x >> 8, top = y >> 8, toRight = x & 255, toBottom = y & 255;
      const upper = inkAt(image, height, width, top, left) * (256 - toRight) +
        inkAt(image, height, width, top, left + 1) * toRight;
      const lower = inkAt(image, height, width, top + 1, left) * (256 - toRight) +
        inkAt(image, height, width, top + 1, left + 1) * toRight;
      store<u8>(to, (upper * (256 - toBottom) + lower * toBottom + 32768) >> 16);
    }
  }
  if (thickness == 0) return;

  let from = scratch;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, from++, out++) {
      const ink: i32 = load<u8>(from);
      let most = ink, least = ink;
      if (row > 0) { const other: i32 = load<u8>(from - width); most = max(most, other); least = min(least, other); }
      if (row < height - 1) { const other: i32 = load<u8>(from + width); most = max(most, other); least = min(least, other); }
      if (column > 0) { const other: i32 = load<u8>(from - 1); most = max(most, other); least = min(least, other); }
      if (column < width - 1) { const other: i32 = load<u8>(from + 1); most = max(most, other); least = min(least, other); }
      store<u8>(out, thickness > 0
        ? ink + ((thickness * (most - ink) + 128) >> 8)
        : ink - ((-thickness * (ink - least) + 128) >> 8));
    }
  }
}
