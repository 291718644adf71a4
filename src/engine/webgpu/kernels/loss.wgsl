// Softmax, loss and the gradient with which the way back begins.
//
//   z[j]  = b[j] + Σ sums[s, j]            over SUMS parts
//   p[j]  = exp(z[j]) / Σ exp(z[i])
//   loss  = −log p[label]                  sparse categorical cross-entropy, nats
//   dz[j] = (p[j] − [j = label]) · scale · f'(z[j])
//
// f is the activation of the last layer, if it has one besides softmax. An image whose label is no digit gets its
// probabilities p instead of dz.
//
// order     the data set's numbers of the images
// labels    bytes, four in a word
// sums      SUMS × 10 × quads
// weights   all weights of the model; the bias is at BIAS
// gradient  10 × quads; 0 for images behind the slice's last
// results   loss and 1 for a right answer, else 0, for each image from resultStart on; 0, 0 without a label
// A workgroup for eight quads, each with eight threads that add up a share of the parts.

@group(0) @binding(0) var<storage, read> order: array<u32>;
@group(0) @binding(1) var<storage, read> labels: array<u32>;
@group(0) @binding(2) var<storage, read> sums: array<vec4f>;
@group(0) @binding(3) var<storage, read> weights: array<f32>;
@group(0) @binding(4) var<storage, read_write> gradient: array<vec4f>;
@group(0) @binding(5) var<storage, read_write> results: array<vec2f>;

override SUMS: u32;
override HAS_BIAS: bool;
override BIAS: u32;
// Of the last layer.
override ACTIVATION: u32;

const CLASSES = 10u;
const QUADS_PER_GROUP = 8u;
const SHARES = 8u;

// Ten columns of four images each.
struct Logits {
  a: mat4x4f,
  b: mat4x4f,
  c: mat2x4f,
}
var<workgroup> shares: array<Logits, QUADS_PER_GROUP * SHARES>;

@compute @workgroup_size(QUADS_PER_GROUP * SHARES)
fn main(@builtin(workgroup_id) workgroup: vec3u, @builtin(local_invocation_index) local: u32) {
  let quad = workgroup.x * QUADS_PER_GROUP + local % QUADS_PER_GROUP;
  var sum = Logits();
  if (quad < quadsNow()) {
    for (var part = local / QUADS_PER_GROUP; part < SUMS; part += SHARES) {
      sum = add(sum, logitsAt(part * CLASSES * QUADS + quad));
    }
  }
  shares[local] = sum;
  workgroupBarrier();
  if (local >= QUADS_PER_GROUP || quad >= quadsNow()) { return; }
  for (var share = 1u; share < SHARES; share++) {
    sum = add(sum, shares[share * QUADS_PER_GROUP + local]);
  }
  if (HAS_BIAS) { sum = add(sum, bias()); }
  finish(quad, sum);
}

fn add(x: Logits, y: Logits) -> Logits {
  return Logits(x.a + y.a, x.b + y.b, x.c + y.c);
}

fn logitsAt(at: u32) -> Logits {
  return Logits(
    mat4x4f(sums[at], sums[at + QUADS], sums[at + 2u * QUADS], sums[at + 3u * QUADS]),
    mat4x4f(sums[at + 4u * QUADS], sums[at + 5u * QUADS], sums[at + 6u * QUADS], sums[at + 7u * QUADS]),
    mat2x4f(sums[at + 8u * QUADS], sums[at + 9u * QUADS]),
  );
}

fn biasOf(j: u32) -> vec4f {
  return vec4f(weights[BIAS + j]);
}

fn bias() -> Logits {
  return Logits(
    mat4x4f(biasOf(0u), biasOf(1u), biasOf(2u), biasOf(3u)),
    mat4x4f(biasOf(4u), biasOf(5u), biasOf(6u), biasOf(7u)),
    mat2x4f(biasOf(8u), biasOf(9u)),
  );
}

fn labelAt(place: u32) -> u32 {
  let image = order[slice.orderStart + min(place, slice.count - 1u)];
  return extractBits(labels[image >> 2u], 8u * (image & 3u), 8u);
}

fn finish(quad: u32, logits: Logits) {
  // Few threads come here, once: an array that is indexed costs nothing that shows.
  var z = array<vec4f, CLASSES>(
    logits.a[0], logits.a[1], logits.a[2], logits.a[3],
    logits.b[0], logits.b[1], logits.b[2], logits.b[3],
    logits.c[0], logits.c[1],
  );
  let first = 4u * quad;
  let label = vec4u(labelAt(first), labelAt(first + 1u), labelAt(first + 2u), labelAt(first + 3u));
  let isImage = first + vec4u(0u, 1u, 2u, 3u) < vec4u(slice.count);
  let hasLabel = label < vec4u(CLASSES);

  var greatest = z[0];
  var likeliest = vec4u();
  var truth = vec4f();
  for (var j = 0u; j < CLASSES; j++) {
    likeliest = select(likeliest, vec4u(j), z[j] > greatest);
    greatest = max(greatest, z[j]);
    truth = select(truth, z[j], label == vec4u(j));
  }
  var total = vec4f();
  for (var j = 0u; j < CLASSES; j++) {
    total += exp(z[j] - greatest);
  }
  for (var j = 0u; j < CLASSES; j++) {
    let p = exp(z[j] - greatest) / total;
    let isLabel = select(vec4f(), vec4f(1.0), label == vec4u(j));
    let dz = (p - isLabel) * slice.scale * slope(ACTIVATION, z[j]);
    gradient[j * QUADS + quad] = select(vec4f(), select(p, dz, hasLabel), isImage);
  }
  let loss = select(vec4f(), log(total) + greatest - truth, hasLabel);
  let correct = select(vec4f(), vec4f(1.0), likeliest == label);
  let to = slice.resultStart + first;
  results[to] = vec2f(loss.x, correct.x);
  if (isImage.y) { results[to + 1u] = vec2f(loss.y, correct.y); }
  if (isImage.z) { results[to + 2u] = vec2f(loss.z, correct.z); }
  if (isImage.w) { results[to + 3u] = vec2f(loss.w, correct.w); }
}
