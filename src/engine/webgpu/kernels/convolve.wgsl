// A convolution forward, with its activation and, where one follows, max pooling.
//
//   y[p, n] = f(b[n] + Σ x[p · stride + k − padding, c] · w[k, c, n])   over the kernel's pixels k and the channels c
//   pooled: y[w, n] = max over the pixels p of window w; winners[w, n] = the first p, 0 … 3, that has it
//
// x        input pixels × channels × quads
// weights  all weights of the model
// y        (pooled) output pixels × filters × quads
// winners  as y; left alone without pooling
// One thread for four output pixels (a window of the pooling), four filters and a quad: 64 sums, for which every step
// of the loop reads 4 vectors and 4 numbers.

@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read_write> y: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> winners: array<vec4u>;

override ACTIVATION: u32;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let quad = item % quadsNow();
  let filterTiles = (FILTERS + 3u) / 4u;
  let n = 4u * (item / quadsNow() % filterTiles);
  let tile = i32(item / quadsNow() / filterTiles);

  var row: vec4i;
  var column: vec4i;
  if (isPooled()) {
    if (tile >= POOLED_ROWS * POOLED_COLUMNS) { return; }
    row = tile / POOLED_COLUMNS * POOL_ROWS + FOUR / POOL_COLUMNS;
    column = tile % POOLED_COLUMNS * POOL_COLUMNS + FOUR % POOL_COLUMNS;
  } else {
    if (4 * tile >= OUTPUT_ROWS * OUTPUT_COLUMNS) { return; }
    let pixel = min(4 * tile + FOUR, vec4i(OUTPUT_ROWS * OUTPUT_COLUMNS - 1));
    row = pixel / OUTPUT_COLUMNS;
    column = pixel % OUTPUT_COLUMNS;
  }

  var sums0 = mat4x4f();
  var sums1 = mat4x4f();
  var sums2 = mat4x4f();
  var sums3 = mat4x4f();
  for (var kernelRow = 0; kernelRow < KERNEL_ROWS; kernelRow++) {
    let inputRow = row * STRIDE_ROWS - PADDING_TOP + kernelRow;
    for (var kernelColumn = 0; kernelColumn < KERNEL_COLUMNS; kernelColumn++) {
      let inputColumn = column * STRIDE_COLUMNS - PADDING_LEFT + kernelColumn;
      var pixel = inputRow * INPUT_COLUMNS + inputColumn;
      var isInside = vec4<bool>(true);
      if (IS_PADDED) {
        isInside = (inputRow >= vec4i()) & (inputRow < vec4i(INPUT_ROWS)) &
          (inputColumn >= vec4i()) & (inputColumn < vec4i(INPUT_COLUMNS));
        pixel = select(vec4i(), pixel, isInside);
      }
      var start = vec4u(pixel) * INPUT_CHANNELS * QUADS + quad;
      var w = WEIGHTS + u32(kernelRow * KERNEL_COLUMNS + kernelColumn) * INPUT_CHANNELS * FILTERS + n;
      for (var channel = 0u; channel < INPUT_CHANNELS; channel++) {
        let kernel = vec4f(weights[w], weights[w + 1u], weights[w + 2u], weights[w + 3u]);
        sums0 += outerProduct(select(vec4f(), x[start.x], isInside.x), kernel);
        sums1 += outerProduct(select(vec4f(), x[start.y], isInside.y), kernel);
        sums2 += outerProduct(select(vec4f(), x[start.z], isInside.z), kernel);
        sums3 += outerProduct(select(vec4f(), x[start.w], isInside.w), kernel);
        start += QUADS;
        w += FILTERS;
      }
    }
  }

  var bias = vec4f();
  if (HAS_BIAS) {
    let b = WEIGHTS + u32(KERNEL_ROWS * KERNEL_COLUMNS) * INPUT_CHANNELS * FILTERS + n;
    bias = vec4f(weights[b], weights[b + 1u], weights[b + 2u], weights[b + 3u]);
  }
  finish(tile, n, quad, bias.x, sums0[0], sums1[0], sums2[0], sums3[0]);
  finish(tile, n + 1u, quad, bias.y, sums0[1], sums1[1], sums2[1], sums3[1]);
  finish(tile, n + 2u, quad, bias.z, sums0[2], sums1[2], sums2[2], sums3[2]);
  finish(tile, n + 3u, quad, bias.w, sums0[3], sums1[3], sums2[3], sums3[3]);
}

// The four pixels of filter n: all of them, or the greatest. Activations rise, so it stays the greatest.
fn finish(tile: i32, n: u32, quad: u32, bias: f32, a: vec4f, b: vec4f, c: vec4f, d: vec4f) {
  if (n >= FILTERS) { return; }
  if (isPooled()) {
    let ab = max(a, b);
    let abc = max(ab, c);
    let to = (u32(tile) * FILTERS + n) * QUADS + quad;
    y[to] = activate(ACTIVATION, max(abc, d) + bias);
    winners[to] = select(select(select(vec4u(), vec4u(1u), b > a), vec4u(2u), c > ab), vec4u(3u), d > abc);
  } else {
    store(4 * tile, n, quad, a + bias);
    store(4 * tile + 1, n, quad, b + bias);
    store(4 * tile + 2, n, quad, c + bias);
    store(4 * tile + 3, n, quad, d + bias);
  }
}

fn store(pixel: i32, n: u32, quad: u32, sum: vec4f) {
  if (pixel < OUTPUT_ROWS * OUTPUT_COLUMNS) {
    y[(u32(pixel) * FILTERS + n) * QUADS + quad] = activate(ACTIVATION, sum);
  }
}
