// Bytes of the chosen images → floats 0 … 1.
//
//   x[p, i] = bytes[order[i], p] / 255
//
// bytes, order  see images.wgsl
// x             PIXELS × quads
// One thread for each pixel of a quad.

@group(0) @binding(2) var<storage, read_write> x: array<vec4f>;

@compute @workgroup_size(WORKGROUP)
fn main(@builtin(global_invocation_id) id: vec3u, @builtin(num_workgroups) workgroups: vec3u) {
  let item = itemOf(id, workgroups);
  let quad = item % quadsNow();
  let pixel = item / quadsNow();
  if (pixel >= PIXELS) { return; }
  x[pixel * QUADS + quad] = pixelsOf(imagesOf(quad), pixel);
}
