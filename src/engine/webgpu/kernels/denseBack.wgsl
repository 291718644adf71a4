// The gradient of a dense layer's input, from that of its output.
//
//   dx[k] = f'(x[k]) · Σ dy[n] · w[k, n]   over units n
//
// f is the activation that x has come through.
//
// gradient  dy: UNITS × quads
// weights   all weights of the model; the layer's [INPUTS, UNITS] begin at WEIGHTS
// x         INPUTS × quads
// dx        as x
// One thread for sixteen inputs and a quad.

@group(0) @binding(0) var<storage, read> gradient: array<vec4f>;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read> x: array<vec4f>;
@group(0) @binding(3) var<storage, read_write> dx: array<vec4f>;

override INPUTS: u32;
override UNITS: u32;
override WEIGHTS: u32;
// That x has come through.
override ACTIVATION: u32;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let quad = item % quadsNow();
  let k = 16u * (item / quadsNow());
  if (k >= INPUTS) { return; }

  var sums0 = mat4x4f();
  var sums1 = mat4x4f();
  var sums2 = mat4x4f();
  var sums3 = mat4x4f();
  for (var n = 0u; n < UNITS; n++) {
    let value = gradient[n * QUADS + quad];
    let w = WEIGHTS + k * UNITS + n;
    sums0 += outerProduct(value, weightsOf(w));
    sums1 += outerProduct(value, weightsOf(w + 4u * UNITS));
    sums2 += outerProduct(value, weightsOf(w + 8u * UNITS));
    sums3 += outerProduct(value, weightsOf(w + 12u * UNITS));
  }
  storeInputs(k, quad, sums0);
  storeInputs(k + 4u, quad, sums1);
  storeInputs(k + 8u, quad, sums2);
  storeInputs(k + 12u, quad, sums3);
}

// Of one unit, from four inputs.
fn weightsOf(w: u32) -> vec4f {
  return vec4f(weights[w], weights[w + UNITS], weights[w + 2u * UNITS], weights[w + 3u * UNITS]);
}

fn storeInputs(k: u32, quad: u32, sums: mat4x4f) {
  let to = k * QUADS + quad;
  if (k < INPUTS) { store(to, sums[0]); }
  if (k + 1u < INPUTS) { store(to + QUADS, sums[1]); }
  if (k + 2u < INPUTS) { store(to + 2u * QUADS, sums[2]); }
  if (k + 3u < INPUTS) { store(to + 3u * QUADS, sums[3]); }
}

fn store(to: u32, sum: vec4f) {
  dx[to] = sum * slope(ACTIVATION, x[to]);
}
