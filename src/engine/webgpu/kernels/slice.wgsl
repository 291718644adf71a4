// What changes from one slice to the next. Everything else is a constant of a pipeline.
struct Slice {
  // Its images, 1 or more.
  count: u32,
  // Where its first image stands in the order, and where its first result goes.
  orderStart: u32,
  resultStart: u32,
  // The place of its first image in its batch, and the seed of its dropout and distortion.
  offset: u32,
  seed: u32,
  // 1 if earlier slices of the batch have left a gradient; 1 if this one ends the step.
  continues: u32,
  completes: u32,
  // 1 / images of the batch: the loss is a mean.
  scale: f32,
  // Adam's with both bias corrections folded in.
  learningRate: f32,
}
@group(1) @binding(0) var<uniform> slice: Slice;

// Threads of a workgroup. It is tuned, and no result depends on it.
override WORKGROUP: u32;

// Four images side by side are a quad. Value v of quad q of a tensor lies at v · QUADS + q, so that neighbouring
// threads read neighbouring addresses, and vector arithmetic works on four images at once.
override QUADS: u32;

fn quadsNow() -> u32 {
  return (slice.count + 3u) / 4u;
}

// A thread's place among all threads: a dispatch may have two dimensions, because one is limited to 65,535 workgroups.
fn itemOf(id: vec3u, workgroups: vec3u) -> u32 {
  return id.x + id.y * workgroups.x * WORKGROUP;
}
