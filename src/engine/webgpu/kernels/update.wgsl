// Adds up the parts of the gradient and, at the end of a step, updates the weights: all of the model's in one dispatch.
//
//   g = Σ partials[s, i] (+ gradients[i] where earlier slices of the batch have left one)
//
// and then, by RULE (optimizer.ts, whose letters these are),
//
//   0  w ← w − η g
//   1  v ← μ v − η g; w ← w + v
//   2  v ← ρ v + (1 − ρ) g²; w ← w − η g / √(v + ε)
//   3  m ← m + (1 − β₁)(g − m); v ← v + (1 − β₂)(g² − v); w ← w − η m / (√v + ε), η with the bias corrections folded in
//
// or, where more slices follow, gradients[i] ← g.
//
// partials                  as the kernels before leave them
// shares                    one for each workgroup: which weights, and where their parts lie
// gradients, weights, m, v  all weights of the model
// A workgroup of 64 threads for one share: up to 512 weights; or fewer than 64, whose parts several threads add up.

@group(0) @binding(0) var<storage, read> partials: array<f32>;
@group(0) @binding(1) var<storage, read> shares: array<Share>;
@group(0) @binding(2) var<storage, read_write> gradients: array<f32>;
@group(0) @binding(3) var<storage, read_write> weights: array<f32>;
@group(0) @binding(4) var<storage, read_write> m: array<f32>;
@group(0) @binding(5) var<storage, read_write> v: array<f32>;

override RULE: u32;
// μ or ρ, whichever the rule has; ε.
override DECAY: f32;
override EPSILON: f32;
// 1 − ρ or 1 − β₁; 1 − β₂: rounded once, from more digits than these have here.
override GAIN: f32;
override SQUARE_GAIN: f32;

struct Share {
  // The first weight, and how many.
  first: u32,
  count: u32,
  // Where the first weight's first part lies, how far its parts lie apart, and how many they are.
  part: u32,
  stride: u32,
  parts: u32,
  // Threads for each weight: a power of two.
  threads: u32,
}

const THREADS = 64u;
var<workgroup> sums: array<f32, THREADS>;

@compute @workgroup_size(THREADS)
fn main(
  @builtin(workgroup_id) workgroup: vec3u,
  @builtin(num_workgroups) workgroups: vec3u,
  @builtin(local_invocation_index) local: u32,
) {
  let number = workgroup.x + workgroup.y * workgroups.x;
  // Workgroups beyond the last share have nothing to do, but must reach the barrier.
  var share = Share();
  if (number < arrayLength(&shares)) { share = shares[number]; }
  let width = THREADS / max(share.threads, 1u);
  let place = local % width;

  if (share.threads == 1u) {
    for (var i = local; i < share.count; i += THREADS) {
      finish(share.first + i, partsOf(share, i, 0u));
    }
  } else {
    sums[local] = partsOf(share, place, local / width);
  }
  workgroupBarrier();
  if (share.threads == 1u || local >= min(width, share.count)) { return; }
  var sum = 0.0;
  for (var other = local; other < THREADS; other += width) {
    sum += sums[other];
  }
  finish(share.first + local, sum);
}

// The sum of a weight's parts `first`, `first` + threads, …
fn partsOf(share: Share, place: u32, first: u32) -> f32 {
  var sum = 0.0;
  if (place < share.count) {
    for (var part = first; part < share.parts; part += share.threads) {
      sum += partials[share.part + part * share.stride + place];
    }
  }
  return sum;
}

fn finish(i: u32, sum: f32) {
  var g = sum;
  if (slice.continues == 1u) { g += gradients[i]; }
  if (slice.completes == 1u) {
    update(i, g);
  } else {
    gradients[i] = g;
  }
}

fn update(i: u32, g: f32) {
  let rate = slice.learningRate;
  switch RULE {
    case 1u: {
      v[i] = DECAY * v[i] - rate * g;
      weights[i] += v[i];
    }
    case 2u: {
      v[i] = DECAY * v[i] + GAIN * g * g;
      weights[i] -= rate * g / sqrt(v[i] + EPSILON);
    }
    case 3u: {
      m[i] += GAIN * (g - m[i]);
      v[i] += SQUARE_GAIN * (g * g - v[i]);
      weights[i] -= rate * m[i] / (sqrt(v[i]) + EPSILON);
    }
    default: {
      weights[i] -= rate * g;
    }
  }
}
