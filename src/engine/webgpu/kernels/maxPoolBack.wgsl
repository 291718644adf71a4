// The gradient of max pooling's input: each output's goes to the pixel that won.
//
//   dx[i, c] = f'(x[i, c]) · Σ dy[p, c]   over the windows p in which i is the winner
//
// f is the activation that x has come through.
//
// gradient  dy: output pixels × channels × quads
// winners   as `maxPool` leaves them
// x         input pixels × channels × quads
// dx        as x
// One thread for each input of a quad, which gathers from the windows it lies in: nothing is written twice.

@group(0) @binding(0) var<storage, read> gradient: array<vec4f>;
@group(0) @binding(1) var<storage, read> winners: array<vec4u>;
@group(0) @binding(2) var<storage, read> x: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> dx: array<vec4f>;

// That x has come through.
override ACTIVATION: u32;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let quad = item % quadsNow();
  let input = item / quadsNow();
  let channel = input % CHANNELS;
  let pixel = i32(input / CHANNELS);
  if (pixel >= INPUT_ROWS * INPUT_COLUMNS) { return; }

  let row = pixel / INPUT_COLUMNS + PADDING_TOP;
  let column = pixel % INPUT_COLUMNS + PADDING_LEFT;
  var sum = vec4f();
  for (var outputRow = firstWindow(row, POOL_ROWS, STRIDE_ROWS);
       outputRow <= min(row / STRIDE_ROWS, OUTPUT_ROWS - 1); outputRow++) {
    for (var outputColumn = firstWindow(column, POOL_COLUMNS, STRIDE_COLUMNS);
         outputColumn <= min(column / STRIDE_COLUMNS, OUTPUT_COLUMNS - 1); outputColumn++) {
      let place = (row - outputRow * STRIDE_ROWS) * POOL_COLUMNS + column - outputColumn * STRIDE_COLUMNS;
      let at = (u32(outputRow * OUTPUT_COLUMNS + outputColumn) * CHANNELS + channel) * QUADS + quad;
      sum += select(vec4f(), gradient[at], winners[at] == vec4u(u32(place)));
    }
  }
  let to = input * QUADS + quad;
  dx[to] = sum * slope(ACTIVATION, x[to]);
}

// The first window whose `size` rows (or columns) reach row `at` of the padded input.
fn firstWindow(at: i32, size: i32, stride: i32) -> i32 {
  return max(0, (at - size + stride) / stride);
}
