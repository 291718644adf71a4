// The gradient of a convolution's or dense layer's weights, as parts that `update` adds up.
//
//   dw[k, c, n] = Σ x[p · stride + k − padding, c] · dy[p, n]   over output pixels p and images
//   db[n]       = Σ dy[p, n]
//
// x         input pixels × channels × quads
// gradient  dy: (pooled) output pixels × filters × quads; 0 for images behind the slice's last
// winners   of the pooling behind, as `convolve` leaves them; not read without one
// partials  SPLITS × (kernel pixels × channels, and 1 for the bias) × filters, from PARTIALS on
// One thread for four of the kernel's numbers (k, c), four filters and one part of the windows (of the output pixels where
// there is no pooling): for each pixel and quad one product of two 4 × 4 matrices.

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

  let windows = u32(POOLED_ROWS * POOLED_COLUMNS);
  let end = windows * (split + 1u) / SPLITS;
  var sums = mat4x4f();
  for (var window = windows * split / SPLITS; window < end; window++) {
    let at0 = inputsAt(window, 0, kernelPixel, channel, isInput);
    let at1 = inputsAt(window, 1, kernelPixel, channel, isInput);
    let at2 = inputsAt(window, 2, kernelPixel, channel, isInput);
    let at3 = inputsAt(window, 3, kernelPixel, channel, isInput);
    var at = (window * FILTERS + n) * QUADS;
    for (var quad = 0u; quad < quadsNow(); quad++) {
      let gradients = mat4x4f(
        gradient[at],
        gradient[at + QUADS],
        gradient[at + 2u * QUADS],
        gradient[at + 3u * QUADS],
      );
      if (isPooled()) {
        let winner0 = winners[at];
        let winner1 = winners[at + QUADS];
        let winner2 = winners[at + 2u * QUADS];
        let winner3 = winners[at + 3u * QUADS];
        sums += transpose(shareOf(gradients, 0u, winner0, winner1, winner2, winner3)) * valuesAt(at0, quad, constant);
        sums += transpose(shareOf(gradients, 1u, winner0, winner1, winner2, winner3)) * valuesAt(at1, quad, constant);
        sums += transpose(shareOf(gradients, 2u, winner0, winner1, winner2, winner3)) * valuesAt(at2, quad, constant);
        sums += transpose(shareOf(gradients, 3u, winner0, winner1, winner2, winner3)) * valuesAt(at3, quad, constant);
      } else {
        sums += transpose(gradients) * valuesAt(at0, quad, constant);
      }
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

// Where in x four of the kernel's numbers meet the input, for one pixel of a window; and whether they do.
struct Inputs {
  start: vec4u,
  isInside: vec4<bool>,
}

fn inputsAt(window: u32, place: i32, kernelPixel: vec4i, channel: vec4u, isInput: vec4<bool>) -> Inputs {
  let outputRow = i32(window) / POOLED_COLUMNS * POOL_ROWS + place / POOL_COLUMNS;
  let outputColumn = i32(window) % POOLED_COLUMNS * POOL_COLUMNS + place % POOL_COLUMNS;
  let row = outputRow * STRIDE_ROWS - PADDING_TOP + kernelPixel / KERNEL_COLUMNS;
  let column = outputColumn * STRIDE_COLUMNS - PADDING_LEFT + kernelPixel % KERNEL_COLUMNS;
  let isInside = isInput & (row >= vec4i()) & (row < vec4i(INPUT_ROWS)) &
    (column >= vec4i()) & (column < vec4i(INPUT_COLUMNS));
  let start = (vec4u(row * INPUT_COLUMNS + column) * INPUT_CHANNELS + channel) * QUADS;
  return Inputs(select(vec4u(), start, isInside), isInside);
}

fn valuesAt(inputs: Inputs, quad: u32, constant: vec4f) -> mat4x4f {
  let at = inputs.start + quad;
  return mat4x4f(
    select(vec4f(constant.x), x[at.x], inputs.isInside.x),
    select(vec4f(constant.y), x[at.y], inputs.isInside.y),
    select(vec4f(constant.z), x[at.z], inputs.isInside.z),
    select(vec4f(constant.w), x[at.w], inputs.isInside.w),
  );
}

// What of four filters' gradients reaches the pixel at `place` of the window: all where it won, else none.
fn shareOf(gradients: mat4x4f, place: u32, a: vec4u, b: vec4u, c: vec4u, d: vec4u) -> mat4x4f {
  let here = vec4u(place);
  return mat4x4f(
    select(vec4f(), gradients[0], a == here),
    select(vec4f(), gradients[1], b == here),
    select(vec4f(), gradients[2], c == here),
    select(vec4f(), gradients[3], d == here),
  );
}

fn store(to: u32, n: u32, sums: vec4f) {
  let left = FILTERS - n;
  partials[to] = sums.x;
  if (left > 1u) { partials[to + 1u] = sums.y; }
  if (left > 2u) { partials[to + 2u] = sums.z; }
  if (left > 3u) { partials[to + 3u] = sums.w; }
}
