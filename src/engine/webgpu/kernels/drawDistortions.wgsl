// How each image of the slice is distorted: drawDistortion of engine/distortion.ts, in whole numbers, to the last bit.
//
//   n[k] = (h(hash(hash(seed − 1) + place) + k) · (2 bound[k] + 1)) / 2¹⁶ − bound[k],   h the upper 16 bits of a hash
//
// and of the first four the matrix. Numbers from 7 on, the net's, have WAVES for a bound.
//
// distortions  NUMBERS × quads
// One thread for each quad: the matrix needs four of its numbers at once.

@group(0) @binding(0) var<storage, read_write> distortions: array<vec4i>;

override NUMBERS: u32;
override ROTATION: u32;
override ZOOM: u32;
override STRETCH: u32;
override SHEAR: u32;
override SHIFT: u32;
override THICKNESS: u32;
override WAVES: u32;

const MATRIX_ONE = 4096;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let quad = itemOf(id, workgroups);
  if (quad >= quadsNow()) { return; }
  let place = slice.offset + 4u * quad + vec4u(0u, 1u, 2u, 3u);
  let seed = hash32(hash32(vec4u(slice.seed - 1u)) + place);

  let rotation = draw(seed, 0u, ROTATION);
  let zoom = draw(seed, 1u, ZOOM);
  let stretch = draw(seed, 2u, STRETCH);
  let shear = draw(seed, 3u, SHEAR);
  distortions[quad] = MATRIX_ONE + zoom + stretch;
  distortions[QUADS + quad] = shear - rotation;
  distortions[2u * QUADS + quad] = rotation;
  distortions[3u * QUADS + quad] = MATRIX_ONE + zoom - stretch;
  distortions[4u * QUADS + quad] = draw(seed, 4u, SHIFT);
  distortions[5u * QUADS + quad] = draw(seed, 5u, SHIFT);
  distortions[6u * QUADS + quad] = draw(seed, 6u, THICKNESS);
  for (var k = 7u; k < NUMBERS; k++) {
    distortions[k * QUADS + quad] = draw(seed, k, WAVES);
  }
}

// Number k of four images: from −bound to bound.
fn draw(seed: vec4u, k: u32, bound: u32) -> vec4i {
  let hash = hash32(seed + k) >> vec4u(16u);
  return vec4i((hash * (2u * bound + 1u)) >> vec4u(16u)) - i32(bound);
}
