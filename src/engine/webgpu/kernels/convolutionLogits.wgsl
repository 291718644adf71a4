// Convolution and last dense layer in one, forward. The convolution's output, 11 MB for 128 images, is never stored:
// computing it again takes nine multiplications a value.
//
//   h[p, n]  = f(b[n] + Σ x[p + k − padding] · w[k, n])   over the kernel's nine pixels k
//   z[s, j]  = Σ h[p, n] · d[p, n, j]                     over the two pixels p of part s, and all filters n
//
// bytes, order  see images.wgsl
// weights       all weights of the model
// sums          z: parts × 10 × quads; `loss` adds up the parts and gives them their bias
// One thread for a quad and a part, which is a pair of neighbouring pixels.

@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read_write> sums: array<vec4f>;


@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let quad = item % quadsNow();
  let part = item / quadsNow();
  let pairsInRow = (OUTPUT_COLUMNS + 1) / 2;
  if (i32(part) >= OUTPUT_ROWS * pairsInRow) { return; }
  let images = imagesOf(quad);

  let row = i32(part) / pairsInRow;
  let column = 2 * (i32(part) % pairsInRow);
  let top = fourPixels(images, row - PADDING_TOP, column - PADDING_LEFT);
  let middle = fourPixels(images, row - PADDING_TOP + 1, column - PADDING_LEFT);
  let bottom = fourPixels(images, row - PADDING_TOP + 2, column - PADDING_LEFT);
  let left = Windows(firstThree(top), firstThree(middle), firstThree(bottom));
  let right = Windows(lastThree(top), lastThree(middle), lastThree(bottom));
  let hasRight = column + 1 < OUTPUT_COLUMNS;
  var z = PerClass();
  for (var n = 0u; n < FILTERS; n++) {
    let kernel = filterAt(n);
    let d = DENSE + (u32(row * OUTPUT_COLUMNS + column) * FILTERS + n) * CLASSES;
    z = addProducts(z, convolve(kernel, left), d);
    z = addProducts(z, select(vec4f(), convolve(kernel, right), hasRight), d + FILTERS * CLASSES);
  }

  let to = part * CLASSES * QUADS + quad;
  sums[to] = z.a[0];
  sums[to + QUADS] = z.a[1];
  sums[to + 2u * QUADS] = z.a[2];
  sums[to + 3u * QUADS] = z.a[3];
  sums[to + 4u * QUADS] = z.b[0];
  sums[to + 5u * QUADS] = z.b[1];
  sums[to + 6u * QUADS] = z.b[2];
  sums[to + 7u * QUADS] = z.b[3];
  sums[to + 8u * QUADS] = z.c[0];
  sums[to + 9u * QUADS] = z.c[1];
}

// z[j] + h · d[j].
fn addProducts(z: PerClass, h: vec4f, d: u32) -> PerClass {
  return PerClass(
    z.a + outerProduct(h, vec4f(weights[d], weights[d + 1u], weights[d + 2u], weights[d + 3u])),
    z.b + outerProduct(h, vec4f(weights[d + 4u], weights[d + 5u], weights[d + 6u], weights[d + 7u])),
    z.c + mat2x4f(h * weights[d + 8u], h * weights[d + 9u]),
  );
}

// Four neighbours of a row, each in four images.
fn fourPixels(images: vec4u, row: i32, column: i32) -> mat4x4f {
  return mat4x4f(
    pixelsAt(images, row, column),
    pixelsAt(images, row, column + 1),
    pixelsAt(images, row, column + 2),
    pixelsAt(images, row, column + 3),
  );
}

fn pixelsAt(images: vec4u, row: i32, column: i32) -> vec4f {
  return select(vec4f(), pixelsOf(images, u32(row * INPUT_COLUMNS + column)), isInside(row, column));
}

fn firstThree(four: mat4x4f) -> mat3x4f {
  return mat3x4f(four[0], four[1], four[2]);
}

fn lastThree(four: mat4x4f) -> mat3x4f {
  return mat3x4f(four[1], four[2], four[3]);
}
