// The gradient of a convolution's input, from that of its output.
//
//   dx[i, c] = f'(x[i, c]) · Σ dy[p, n] · w[k, c, n]   over filters n and kernel pixels k, p · stride + k − padding = i
//
// f is the activation that x has come through, so that every gradient in memory is one of sums before their activation.
//
// gradient  dy: (pooled) output pixels × filters × quads
// winners   of the pooling behind, as `convolve` leaves them; not read without one
// weights   all weights of the model
// x         input pixels × channels × quads
// dx        as x
// One thread for four input pixels in a row, four channels and a quad.

@group(0) @binding(0) var<storage, read> gradient: array<vec4f>;
@group(0) @binding(1) var<storage, read> winners: array<vec4u>;
@group(0) @binding(2) var<storage, read> weights: array<f32>;
@group(0) @binding(3) var<storage, read> x: array<vec4f>;
@group(0) @binding(4) var<storage, read_write> dx: array<vec4f>;

// That x has come through.
override ACTIVATION: u32;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let quad = item % quadsNow();
  let channelTiles = (INPUT_CHANNELS + 3u) / 4u;
  let channel = 4u * (item / quadsNow() % channelTiles);
  let first = 4 * i32(item / quadsNow() / channelTiles);
  if (first >= INPUT_ROWS * INPUT_COLUMNS) { return; }
  let pixel = min(first + FOUR, vec4i(INPUT_ROWS * INPUT_COLUMNS - 1));

  var sums0 = mat4x4f();
  var sums1 = mat4x4f();
  var sums2 = mat4x4f();
  var sums3 = mat4x4f();
  for (var kernelRow = 0; kernelRow < KERNEL_ROWS; kernelRow++) {
    let downTo = pixel / INPUT_COLUMNS + PADDING_TOP - kernelRow;
    let row = downTo / STRIDE_ROWS;
    let isRow = (downTo >= vec4i()) & (row * STRIDE_ROWS == downTo) & (row < vec4i(OUTPUT_ROWS));
    for (var kernelColumn = 0; kernelColumn < KERNEL_COLUMNS; kernelColumn++) {
      let rightTo = pixel % INPUT_COLUMNS + PADDING_LEFT - kernelColumn;
      let column = rightTo / STRIDE_COLUMNS;
      let isColumn = (rightTo >= vec4i()) & (column * STRIDE_COLUMNS == rightTo) & (column < vec4i(OUTPUT_COLUMNS));
      let isInside = isRow & isColumn;
      if (!any(isInside)) { continue; }
      let share0 = shareOf(row.x, column.x);
      let share1 = shareOf(row.y, column.y);
      let share2 = shareOf(row.z, column.z);
      let share3 = shareOf(row.w, column.w);
      let isReached = isInside & vec4<bool>(share0.isReached, share1.isReached, share2.isReached, share3.isReached);
      var start = select(vec4u(), vec4u(share0.start, share1.start, share2.start, share3.start), isReached) + quad;
      let channelAt = (u32(kernelRow * KERNEL_COLUMNS + kernelColumn) * INPUT_CHANNELS + channel) * FILTERS;
      var w = WEIGHTS + channelAt;
      for (var n = 0u; n < FILTERS; n++) {
        let kernel = vec4f(weights[w], weights[w + FILTERS], weights[w + 2u * FILTERS], weights[w + 3u * FILTERS]);
        sums0 += outerProduct(select(vec4f(), gradientAt(start.x, share0.place), isReached.x), kernel);
        sums1 += outerProduct(select(vec4f(), gradientAt(start.y, share1.place), isReached.y), kernel);
        sums2 += outerProduct(select(vec4f(), gradientAt(start.z, share2.place), isReached.z), kernel);
        sums3 += outerProduct(select(vec4f(), gradientAt(start.w, share3.place), isReached.w), kernel);
        start += QUADS;
        w++;
      }
    }
  }
  storeChannels(first, channel, quad, sums0);
  storeChannels(first + 1, channel, quad, sums1);
  storeChannels(first + 2, channel, quad, sums2);
  storeChannels(first + 3, channel, quad, sums3);
}

fn storeChannels(pixel: i32, channel: u32, quad: u32, sums: mat4x4f) {
  if (pixel >= INPUT_ROWS * INPUT_COLUMNS) { return; }
  let to = (u32(pixel) * INPUT_CHANNELS + channel) * QUADS + quad;
  let left = INPUT_CHANNELS - channel;
  store(to, sums[0]);
  if (left > 1u) { store(to + QUADS, sums[1]); }
  if (left > 2u) { store(to + 2u * QUADS, sums[2]); }
  if (left > 3u) { store(to + 3u * QUADS, sums[3]); }
}

fn store(to: u32, sum: vec4f) {
  dx[to] = sum * slope(ACTIVATION, x[to]);
}
