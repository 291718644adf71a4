// Bytes of the chosen images, distorted → floats 0 … 1: `distort` of engine/distortion.ts, to the last bit.
//
//   x[p, i] = thicker(warped, p) / 255,   warped[p] = ink of the old image where p comes from
//
// bytes, order  see images.wgsl
// distortions   NUMBERS × quads, from drawDistortions
// x             PIXELS × quads
// One thread for each pixel of a quad. A stroke's thickness needs the four neighbours, so each thread warps five pixels of
// each image: with no memory in between, and little beside a convolution.

@group(0) @binding(2) var<storage, read> distortions: array<vec4i>;
@group(0) @binding(3) var<storage, read_write> x: array<vec4f>;

override HEIGHT: u32;
override WIDTH: u32;

// Crossings of the net in a row.
override NET_COLUMNS: u32;

const NET_START = 7u;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let quad = item % quadsNow();
  let pixel = item / quadsNow();
  if (pixel >= PIXELS) { return; }
  let images = imagesOf(quad);
  let row = pixel / WIDTH;
  let column = pixel % WIDTH;

  let ink = warped(images, quad, row, column);
  var most = ink;
  var least = ink;
  if (row > 0u) {
    let other = warped(images, quad, row - 1u, column);
    most = max(most, other);
    least = min(least, other);
  }
  if (row < HEIGHT - 1u) {
    let other = warped(images, quad, row + 1u, column);
    most = max(most, other);
    least = min(least, other);
  }
  if (column > 0u) {
    let other = warped(images, quad, row, column - 1u);
    most = max(most, other);
    least = min(least, other);
  }
  if (column < WIDTH - 1u) {
    let other = warped(images, quad, row, column + 1u);
    most = max(most, other);
    least = min(least, other);
  }
  let thickness = distortions[6u * QUADS + quad];
  let thicker = ink + ((thickness * (most - ink) + 128) >> vec4u(8u));
  let thinner = ink - ((-thickness * (ink - least) + 128) >> vec4u(8u));
  x[pixel * QUADS + quad] = vec4f(select(thinner, thicker, thickness > vec4i())) / 255.0;
}

// Ink 0 … 255 of four images at a pixel, before strokes change their thickness.
fn warped(images: vec4u, quad: u32, row: u32, column: u32) -> vec4i {
  let across = 2 * i32(column) + 1 - i32(WIDTH);
  let down = 2 * i32(row) + 1 - i32(HEIGHT);
  let sourceX = placeOf(quad, 0u, across, down, WIDTH) + pulled(quad, 0u, row, column);
  let sourceY = placeOf(quad, 1u, across, down, HEIGHT) + pulled(quad, 1u, row, column);
  return vec4i(
    inkBetween(images.x, sourceX.x, sourceY.x),
    inkBetween(images.y, sourceX.y, sourceY.y),
    inkBetween(images.z, sourceX.z, sourceY.z),
    inkBetween(images.w, sourceX.w, sourceY.w),
  );
}

// Where the matrix and the shift take a place, along one axis (1 pixel = 256).
fn placeOf(quad: u32, axis: u32, across: i32, down: i32, side: u32) -> vec4i {
  let turned = distortions[2u * axis * QUADS + quad] * across + distortions[(2u * axis + 1u) * QUADS + quad] * down;
  return (turned >> vec4u(5u)) + 128 * (i32(side) - 1) + distortions[(4u + axis) * QUADS + quad];
}

// How far the net pulls a place along one axis, between the four crossings around it (1 pixel = 256).
fn pulled(quad: u32, axis: u32, row: u32, column: u32) -> vec4i {
  let right = i32(column & 7u);
  let bottom = i32(row & 7u);
  let first = (row >> 3u) * NET_COLUMNS + (column >> 3u);
  let upper = crossing(quad, axis, first) * (8 - right) + crossing(quad, axis, first + 1u) * right;
  let next = first + NET_COLUMNS;
  let lower = crossing(quad, axis, next) * (8 - right) + crossing(quad, axis, next + 1u) * right;
  return (upper * (8 - bottom) + lower * bottom) >> vec4u(6u);
}

fn crossing(quad: u32, axis: u32, number: u32) -> vec4i {
  return distortions[(NET_START + 2u * number + axis) * QUADS + quad];
}

// Ink between the four pixels around a place.
fn inkBetween(image: u32, x: i32, y: i32) -> i32 {
  let left = x >> 8u;
  let top = y >> 8u;
  let right = x & 255;
  let bottom = y & 255;
  let upper = inkAt(image, top, left) * (256 - right) + inkAt(image, top, left + 1) * right;
  let lower = inkAt(image, top + 1, left) * (256 - right) + inkAt(image, top + 1, left + 1) * right;
  return (upper * (256 - bottom) + lower * bottom + 32768) >> 16u;
}

// A byte of an image; beyond it there is paper.
fn inkAt(image: u32, row: i32, column: i32) -> i32 {
  let isInside = (u32(row) < HEIGHT) & (u32(column) < WIDTH);
  let pixel = select(0u, u32(row) * WIDTH + u32(column), isInside);
  let at = image * PIXELS + pixel;
  return select(0, i32(extractBits(bytes[at >> 2u], 8u * (at & 3u), 8u)), isInside);
}
