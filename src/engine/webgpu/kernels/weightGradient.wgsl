// The gradient of a convolution's or dense layer's weights, as parts that `update` adds up.
//
//   dw[k, c, n] = Σ x[p · stride + k − padding, c] · dy[p, n]   over output pixels p and images
//   db[n]       = Σ dy[p, n]
//
// x         input pixels × channels × quads
// gradient  dy: (pooled) output pixels × filters × quads; 0 for images behind the slice's last
// winners   of the pooling behind, as `convolve` leaves them; not read without one
// partials  SPLITS × (kernel pixels × channels, and 1 for the bias) × filters, from PARTIALS on
// One thread for four of the kernel's numbers (k, c), four filters and one part of the output pixels: for each quad one
// product of two 4 × 4 matrices.

@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read> gradient: array<vec4f>;
@group(0) @binding(2) var<storage, read> winners: array<vec4u>;
@group(0) @binding(3) var<storage, read_write> partials: array<f32>;

override PARTIALS: u32;
override SPLITS: u32;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let inputs = u32(KERNEL_ROWS * KERNEL_COLUMNS) * INPUT_CHANNELS;
  let rows = inputs + select(0u, 1u, HAS_BIAS);
  let filterTiles = (FILTERS + 3u) / 4u;
  let rowTiles = (rows + 3u) / 4u;
  let item = itemOf(id, workgroups);
  let n = 4u * (item % filterTiles);
  let first = 4u * (item / filterTiles % rowTiles);
  let split = item / filterTiles / rowTiles;
  if (split >= SPLITS) { return; }

  let input = first + vec4u(FOUR);
  let kernelPixel = vec4i(input / INPUT_CHANNELS);
  let channel = input % INPUT_CHANNELS;
  let isInput = input < vec4u(inputs);
  // A bias is the weight of an input that is always 1.
  let constant = select(vec4f(), vec4f(1.0), input == vec4u(inputs));

  let pixels = u32(OUTPUT_ROWS * OUTPUT_COLUMNS);
  let end = i32(pixels * (split + 1u) / SPLITS);
  var sums = mat4x4f();
  for (var pixel = i32(pixels * split / SPLITS); pixel < end; pixel++) {
    let outputRow = pixel / OUTPUT_COLUMNS;
    let outputColumn = pixel % OUTPUT_COLUMNS;
    let share = shareOf(outputRow, outputColumn);
    if (!share.isReached) { continue; }
    let row = outputRow * STRIDE_ROWS - PADDING_TOP + kernelPixel / KERNEL_COLUMNS;
    let column = outputColumn * STRIDE_COLUMNS - PADDING_LEFT + kernelPixel % KERNEL_COLUMNS;
    let isInside = isInput & (row >= vec4i()) & (row < vec4i(INPUT_ROWS)) &
      (column >= vec4i()) & (column < vec4i(INPUT_COLUMNS));
    let place = select(vec4u(), vec4u(row * INPUT_COLUMNS + column) * INPUT_CHANNELS + channel, isInside);
    var xAt = place * QUADS;
    var at = share.start + n * QUADS;
    for (var quad = 0u; quad < quadsNow(); quad++) {
      let values = mat4x4f(
        select(vec4f(constant.x), x[xAt.x], isInside.x),
        select(vec4f(constant.y), x[xAt.y], isInside.y),
        select(vec4f(constant.z), x[xAt.z], isInside.z),
        select(vec4f(constant.w), x[xAt.w], isInside.w),
      );
      let gradients = mat4x4f(
        gradientAt(at, share.place),
        gradientAt(at + QUADS, share.place),
        gradientAt(at + 2u * QUADS, share.place),
        gradientAt(at + 3u * QUADS, share.place),
      );
      sums += transpose(gradients) * values;
      xAt += 1u;
      at++;
    }
  }

  let to = PARTIALS + (split * rows + first) * FILTERS + n;
  let left = rows - first;
  store(to, n, sums[0]);
  if (left > 1u) { store(to + FILTERS, n, sums[1]); }
  if (left > 2u) { store(to + 2u * FILTERS, n, sums[2]); }
  if (left > 3u) { store(to + 3u * FILTERS, n, sums[3]); }
}

fn store(to: u32, n: u32, sums: vec4f) {
  let left = FILTERS - n;
  partials[to] = sums.x;
  if (left > 1u) { partials[to + 1u] = sums.y; }
  if (left > 2u) { partials[to + 2u] = sums.z; }
  if (left > 3u) { partials[to + 3u] = sums.w; }
}
