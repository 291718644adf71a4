// A dense layer forward.
//
//   y[n] = f(b[n] + Σ x[k] · w[k, n])   over inputs k
//   partial: y[s, n] = Σ x[k] · w[k, n] over the inputs of part s, which `loss` adds up and gives their bias
//
// x        INPUTS × quads
// weights  all weights of the model; the layer's [INPUTS, UNITS] begin at WEIGHTS, its bias follows
// y        UNITS × quads; partial: SPLITS × UNITS × quads
// One thread for sixteen units, a quad and a part of the inputs.

@group(0) @binding(0) var<storage, read> x: array<vec4f>;
@group(0) @binding(1) var<storage, read> weights: array<f32>;
@group(0) @binding(2) var<storage, read_write> y: array<vec4f>;

override INPUTS: u32;
override UNITS: u32;
override WEIGHTS: u32;
override HAS_BIAS: bool;
override ACTIVATION: u32;
override IS_PARTIAL: bool;
override SPLITS: u32;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let quad = item % quadsNow();
  let tiles = (UNITS + 15u) / 16u;
  let n = 16u * (item / quadsNow() % tiles);
  let split = item / quadsNow() / tiles;
  if (split >= SPLITS) { return; }

  var sums0 = mat4x4f();
  var sums1 = mat4x4f();
  var sums2 = mat4x4f();
  var sums3 = mat4x4f();
  if (HAS_BIAS && !IS_PARTIAL) {
    let b = WEIGHTS + INPUTS * UNITS + n;
    sums0 = outerProduct(vec4f(1.0), weightsAt(b));
    sums1 = outerProduct(vec4f(1.0), weightsAt(b + 4u));
    sums2 = outerProduct(vec4f(1.0), weightsAt(b + 8u));
    sums3 = outerProduct(vec4f(1.0), weightsAt(b + 12u));
  }
  for (var k = INPUTS * split / SPLITS; k < INPUTS * (split + 1u) / SPLITS; k++) {
    let value = x[k * QUADS + quad];
    let w = WEIGHTS + k * UNITS + n;
    sums0 += outerProduct(value, weightsAt(w));
    sums1 += outerProduct(value, weightsAt(w + 4u));
    sums2 += outerProduct(value, weightsAt(w + 8u));
    sums3 += outerProduct(value, weightsAt(w + 12u));
  }
  storeUnits(split, n, quad, sums0);
  storeUnits(split, n + 4u, quad, sums1);
  storeUnits(split, n + 8u, quad, sums2);
  storeUnits(split, n + 12u, quad, sums3);
}

fn weightsAt(w: u32) -> vec4f {
  return vec4f(weights[w], weights[w + 1u], weights[w + 2u], weights[w + 3u]);
}

fn storeUnits(split: u32, n: u32, quad: u32, sums: mat4x4f) {
  let to = (split * UNITS + n) * QUADS + quad;
  if (n < UNITS) { store(to, sums[0]); }
  if (n + 1u < UNITS) { store(to + QUADS, sums[1]); }
  if (n + 2u < UNITS) { store(to + 2u * QUADS, sums[2]); }
  if (n + 3u < UNITS) { store(to + 3u * QUADS, sums[3]); }
}

fn store(to: u32, sum: vec4f) {
  if (IS_PARTIAL) {
    y[to] = sum;
  } else {
    y[to] = activate(ACTIVATION, sum);
  }
}
