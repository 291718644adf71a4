// Max pooling forward, for windows of any size, overlapping or not.
//
//   y[p, c] = max over the pixels i of window p of x[i, c]; winners[p, c] = the first pixel of the window that has it
//
// x        input pixels × channels × quads
// y        output pixels × channels × quads
// winners  as y: row · POOL_COLUMNS + column in the window
// One thread for each output of a quad.

@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> y: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> winners: array<vec4u>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let quad = item % quadsNow();
  let output = item / quadsNow();
  let channel = output % CHANNELS;
  let pixel = i32(output / CHANNELS);
  if (pixel >= OUTPUT_ROWS * OUTPUT_COLUMNS) { return; }
  let top = pixel / OUTPUT_COLUMNS * STRIDE_ROWS - PADDING_TOP;
  let left = pixel % OUTPUT_COLUMNS * STRIDE_COLUMNS - PADDING_LEFT;

  var greatest = vec4f();
  var winner = vec4u();
  var isFirst = true;
  for (var row = max(0, -top); row < min(POOL_ROWS, INPUT_ROWS - top); row++) {
    for (var column = max(0, -left); column < min(POOL_COLUMNS, INPUT_COLUMNS - left); column++) {
      let input = u32((top + row) * INPUT_COLUMNS + left + column);
      let value = x[(input * CHANNELS + channel) * QUADS + quad];
      let wins = (value > greatest) | vec4<bool>(isFirst);
      greatest = select(greatest, value, wins);
      winner = select(winner, vec4u(u32(row * POOL_COLUMNS + column)), wins);
      isFirst = false;
    }
  }
  y[output * QUADS + quad] = greatest;
  winners[output * QUADS + quad] = winner;
}
