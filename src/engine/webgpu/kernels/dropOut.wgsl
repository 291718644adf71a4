// Dropout, forward and back, and what other layers pass back unchanged (with RATE 0).
//
//   to[v] = from[v] · mask[v] · f'(x[v])
//   mask[v] = 0 where hash(hash(hash(seed + LAYER) + image) + v) < RATE · 2³², else 1 / (1 − RATE)   (dropoutMask.ts)
//
// Forward f is linear; back it is the activation that x, the layer's input, has come through.
//
// from, x, to  VALUES × quads
// One thread for each value of a quad.

@group(0) @binding(0) var<storage, read> source: array<vec4f>;
@group(0) @binding(1) var<storage, read> x: array<vec4f>;
@group(0) @binding(2) var<storage, read_write> result: array<vec4f>;

override VALUES: u32;
override LAYER: u32;
override ACTIVATION: u32;
// RATE · 2³², rounded up: hashes below it are dropped.
override THRESHOLD: u32;
// 1 / (1 − RATE).
override KEPT: f32;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let quad = item % quadsNow();
  let value = item / quadsNow();
  if (value >= VALUES) { return; }
  let image = slice.offset + 4u * quad + vec4u(0u, 1u, 2u, 3u);
  let seed = hash32(vec4u(slice.seed + LAYER));
  let hash = hash32(hash32(seed + image) + value);
  let mask = select(vec4f(KEPT), vec4f(), hash < vec4u(THRESHOLD));
  let at = value * QUADS + quad;
  result[at] = source[at] * mask * slope(ACTIVATION, x[at]);
}
