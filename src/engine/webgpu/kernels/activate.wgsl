// An activation that is a layer of its own.
//
//   y[v] = f(x[v])
//
// x, y  VALUES × quads
// One thread for each value of a quad.

@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read_write> y: array<vec4f>;

override VALUES: u32;
override ACTIVATION: u32;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let value = item / quadsNow();
  if (value >= VALUES) { return; }
  let at = value * QUADS + item % quadsNow();
  y[at] = activate(ACTIVATION, x[at]);
}
