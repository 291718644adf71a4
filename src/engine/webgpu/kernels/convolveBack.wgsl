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
// One thread for two neighbouring input pixels, eight channels and a quad.

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
  let channelTiles = (INPUT_CHANNELS + 7u) / 8u;
  let channel = 8u * (item / quadsNow() % channelTiles);
  let first = 2 * i32(item / quadsNow() / channelTiles);
  if (first >= INPUT_ROWS * INPUT_COLUMNS) { return; }
  let pixel = min(first + vec2i(0, 1), vec2i(INPUT_ROWS * INPUT_COLUMNS - 1));

  // Of the first pixel, channels 0 … 3 and 4 … 7; of the second.
  var sums00 = mat4x4f();
  var sums04 = mat4x4f();
  var sums10 = mat4x4f();
  var sums14 = mat4x4f();
  for (var kernelRow = 0; kernelRow < KERNEL_ROWS; kernelRow++) {
    let downTo = pixel / INPUT_COLUMNS + PADDING_TOP - kernelRow;
    let row = downTo / STRIDE_ROWS;
    let isRow = (downTo >= vec2i()) & (row * STRIDE_ROWS == downTo) & (row < vec2i(OUTPUT_ROWS));
    for (var kernelColumn = 0; kernelColumn < KERNEL_COLUMNS; kernelColumn++) {
      let rightTo = pixel % INPUT_COLUMNS + PADDING_LEFT - kernelColumn;
      let column = rightTo / STRIDE_COLUMNS;
      let isColumn = (rightTo >= vec2i()) & (column * STRIDE_COLUMNS == rightTo) & (column < vec2i(OUTPUT_COLUMNS));
      let share0 = shareOf(row.x, column.x);
      let share1 = shareOf(row.y, column.y);
      let isReached = isRow & isColumn & vec2<bool>(share0.isReached, share1.isReached);
      if (!any(isReached)) { continue; }
      var start = select(vec2u(), vec2u(share0.start, share1.start), isReached) + quad;
      var w = WEIGHTS + (u32(kernelRow * KERNEL_COLUMNS + kernelColumn) * INPUT_CHANNELS + channel) * FILTERS;
      for (var n = 0u; n < FILTERS; n++) {
        let low = kernelsAt(w);
        let high = kernelsAt(w + 4u * FILTERS);
        let dy0 = select(vec4f(), gradientAt(start.x, share0.place), isReached.x);
        let dy1 = select(vec4f(), gradientAt(start.y, share1.place), isReached.y);
        sums00 += outerProduct(dy0, low);
        sums04 += outerProduct(dy0, high);
        sums10 += outerProduct(dy1, low);
        sums14 += outerProduct(dy1, high);
        start += QUADS;
        w++;
      }
    }
  }
  storeChannels(first, channel, quad, sums00);
  storeChannels(first, channel + 4u, quad, sums04);
  storeChannels(first + 1, channel, quad, sums10);
  storeChannels(first + 1, channel + 4u, quad, sums14);
}

// Of one filter, for four channels.
fn kernelsAt(w: u32) -> vec4f {
  return vec4f(weights[w], weights[w + FILTERS], weights[w + 2u * FILTERS], weights[w + 3u * FILTERS]);
}

fn storeChannels(pixel: i32, channel: u32, quad: u32, sums: mat4x4f) {
  if (pixel >= INPUT_ROWS * INPUT_COLUMNS) { return; }
  let to = (u32(pixel) * INPUT_CHANNELS + channel) * QUADS + quad;
  if (channel < INPUT_CHANNELS) { store(to, sums[0]); }
  if (channel + 1u < INPUT_CHANNELS) { store(to + QUADS, sums[1]); }
  if (channel + 2u < INPUT_CHANNELS) { store(to + 2u * QUADS, sums[2]); }
  if (channel + 3u < INPUT_CHANNELS) { store(to + 3u * QUADS, sums[3]); }
}

fn store(to: u32, sum: vec4f) {
  dx[to] = sum * slope(ACTIVATION, x[to]);
}

// Of a gradient behind max pooling: what reaches one pixel of the convolution is all of it where the pixel won, else none.
struct Share {
  // Where the gradient of filter 0 lies, less the quad.
  start: u32,
  // The pixel's place in its window.
  place: u32,
  // Whether any of it can reach the pixel: rows and columns that fill no window are left out.
  isReached: bool,
}

fn shareOf(row: i32, column: i32) -> Share {
  let pooledRow = row / POOL_ROWS;
  let pooledColumn = column / POOL_COLUMNS;
  let place = row % POOL_ROWS * POOL_COLUMNS + column % POOL_COLUMNS;
  let isReached = pooledRow < POOLED_ROWS && pooledColumn < POOLED_COLUMNS;
  return Share(u32(pooledRow * POOLED_COLUMNS + pooledColumn) * FILTERS * QUADS, u32(place), isReached);
}

fn gradientAt(at: u32, place: u32) -> vec4f {
  if (isPooled()) {
    return select(vec4f(), gradient[at], winners[at] == vec4u(place));
  }
  return gradient[at];
}
