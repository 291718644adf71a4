// Convolution and last dense layer in one, back: the gradients of both layers' weights, as parts that `update` adds up.
// The convolution's output h is computed once more.
//
//   dd[p, n, j] = Σ h[p, n] · dz[j]                                     over images
//   dh[p, n]    = f'(h[p, n]) · Σ dz[j] · d[p, n, j]                    over classes j
//   dw[k, n]    = Σ dh[p, n] · x[p + k − padding],  db[n] = Σ dh[p, n]  over pixels p and images
//   de[j]       = Σ dz[j]                                               over images; e is the dense layer's bias
//
// bytes, order  see images.wgsl
// weights       all weights of the model
// gradient      dz: 10 × images
// partials      from KERNEL_PARTIALS on, for each part and tile 9 kernel pixels (and 1 for the bias) × filters;
//               from DENSE_PARTIALS on, for each part outputs × 10 (and 10 for the bias)
// One thread for a filter, a tile of four neighbouring pixels and a part of the images; and for each part ten more, which
// add up the bias.

@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read> gradient: array<f32>;
@group(0) @binding(4) var<storage, read_write> partials: array<f32>;

override PARTS: u32;
override KERNEL_PARTIALS: u32;
override DENSE_PARTIALS: u32;
override HAS_DENSE_BIAS: bool;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let tilesInRow = (OUTPUT_COLUMNS + 3) / 4;
  let tiles = u32(OUTPUT_ROWS * tilesInRow);
  let item = itemOf(id, workgroups);
  if (item >= FILTERS * tiles * PARTS) {
    addBias(item - FILTERS * tiles * PARTS);
    return;
  }
  let n = item % FILTERS;
  let tile = item / FILTERS % tiles;
  let part = item / FILTERS / tiles;
  let row = i32(tile) / tilesInRow;
  let column = 4 * (i32(tile) % tilesInRow);

  let kernel = filterAt(n);
  let isReal = column + vec4i(0, 1, 2, 3) < vec4i(OUTPUT_COLUMNS);
  let output = (u32(row * OUTPUT_COLUMNS + column) * FILTERS + n) * CLASSES;
  let dense = denseAt(DENSE + output, isReal);

  var dTop = vec3f();
  var dMiddle = vec3f();
  var dBottom = vec3f();
  var dBias = 0.0;
  var dDense = PerClass();
  for (var place = slice.count * part / PARTS; place < slice.count * (part + 1u) / PARTS; place++) {
    let image = imageAt(place);
    let windows = Windows(
      windowsAt(image, row - PADDING_TOP, column - PADDING_LEFT),
      windowsAt(image, row - PADDING_TOP + 1, column - PADDING_LEFT),
      windowsAt(image, row - PADDING_TOP + 2, column - PADDING_LEFT),
    );
    let h = convolve(kernel, windows);
    let dzA = vec4f(slopeOf(0u, place), slopeOf(1u, place), slopeOf(2u, place), slopeOf(3u, place));
    let dzB = vec4f(slopeOf(4u, place), slopeOf(5u, place), slopeOf(6u, place), slopeOf(7u, place));
    let dzC = vec2f(slopeOf(8u, place), slopeOf(9u, place));
    dDense.a += outerProduct(h, dzA);
    dDense.b += outerProduct(h, dzB);
    dDense.c += mat2x4f(h * dzC.x, h * dzC.y);
    let dh = (dense.a * dzA + dense.b * dzB + dense.c * dzC) * slope(ACTIVATION, h);
    dTop += dh * windows.top;
    dMiddle += dh * windows.middle;
    dBottom += dh * windows.bottom;
    dBias += dot(dh, vec4f(1.0));
  }

  let kernelSize = 9u + select(0u, 1u, HAS_BIAS);
  let to = KERNEL_PARTIALS + (part * tiles + tile) * kernelSize * FILTERS + n;
  partials[to] = dTop.x;
  partials[to + FILTERS] = dTop.y;
  partials[to + 2u * FILTERS] = dTop.z;
  partials[to + 3u * FILTERS] = dMiddle.x;
  partials[to + 4u * FILTERS] = dMiddle.y;
  partials[to + 5u * FILTERS] = dMiddle.z;
  partials[to + 6u * FILTERS] = dBottom.x;
  partials[to + 7u * FILTERS] = dBottom.y;
  partials[to + 8u * FILTERS] = dBottom.z;
  if (HAS_BIAS) { partials[to + 9u * FILTERS] = dBias; }

  let toDense = densePart(part) + output;
  storePixels(toDense, dDense.a[0], isReal);
  storePixels(toDense + 1u, dDense.a[1], isReal);
  storePixels(toDense + 2u, dDense.a[2], isReal);
  storePixels(toDense + 3u, dDense.a[3], isReal);
  storePixels(toDense + 4u, dDense.b[0], isReal);
  storePixels(toDense + 5u, dDense.b[1], isReal);
  storePixels(toDense + 6u, dDense.b[2], isReal);
  storePixels(toDense + 7u, dDense.b[3], isReal);
  storePixels(toDense + 8u, dDense.c[0], isReal);
  storePixels(toDense + 9u, dDense.c[1], isReal);
}

fn addBias(item: u32) {
  let part = item / CLASSES;
  if (!HAS_DENSE_BIAS || part >= PARTS) { return; }
  var sum = 0.0;
  for (var place = slice.count * part / PARTS; place < slice.count * (part + 1u) / PARTS; place++) {
    sum += slopeOf(item % CLASSES, place);
  }
  partials[densePart(part) + outputs() * CLASSES + item % CLASSES] = sum;
}

fn outputs() -> u32 {
  return u32(OUTPUT_ROWS * OUTPUT_COLUMNS) * FILTERS;
}

fn densePart(part: u32) -> u32 {
  return DENSE_PARTIALS + part * (outputs() + select(0u, 1u, HAS_DENSE_BIAS)) * CLASSES;
}

fn slopeOf(digit: u32, place: u32) -> f32 {
  return gradient[digit * 4u * QUADS + place];
}

// Of four pixels, for each class; 0 for pixels beyond the row's end, so that nothing comes back from there.
fn denseAt(d: u32, isInside: vec4<bool>) -> PerClass {
  return PerClass(
    mat4x4f(denseOf(d, isInside), denseOf(d + 1u, isInside), denseOf(d + 2u, isInside), denseOf(d + 3u, isInside)),
    mat4x4f(
      denseOf(d + 4u, isInside), denseOf(d + 5u, isInside), denseOf(d + 6u, isInside), denseOf(d + 7u, isInside),
    ),
    mat2x4f(denseOf(d + 8u, isInside), denseOf(d + 9u, isInside)),
  );
}

fn denseOf(d: u32, isInside: vec4<bool>) -> vec4f {
  let next = FILTERS * CLASSES;
  return select(
    vec4f(),
    vec4f(weights[d], weights[d + next], weights[d + 2u * next], weights[d + 3u * next]),
    isInside,
  );
}

fn storePixels(to: u32, sums: vec4f, isInside: vec4<bool>) {
  let next = FILTERS * CLASSES;
  partials[to] = sums.x;
  if (isInside.y) { partials[to + next] = sums.y; }
  if (isInside.z) { partials[to + 2u * next] = sums.z; }
  if (isInside.w) { partials[to + 3u * next] = sums.w; }
}

// What the three weights of one kernel row meet at four neighbouring places.
fn windowsAt(image: u32, row: i32, column: i32) -> mat3x4f {
  let a = pixelAt(image, row, column);
  let b = pixelAt(image, row, column + 1);
  let c = pixelAt(image, row, column + 2);
  let d = pixelAt(image, row, column + 3);
  let e = pixelAt(image, row, column + 4);
  let f = pixelAt(image, row, column + 5);
  return mat3x4f(vec4f(a, b, c, d), vec4f(b, c, d, e), vec4f(c, d, e, f));
}

fn pixelAt(image: u32, row: i32, column: i32) -> f32 {
  return select(0.0, pixelOf(image, u32(row * INPUT_COLUMNS + column)), isInside(row, column));
}
