// The data set as bytes, four in a word, and the order in which its images are taken.
@group(0) @binding(0) var<storage, read> bytes: array<u32>;
@group(0) @binding(1) var<storage, read> order: array<u32>;

// Pixels of an image.
override PIXELS: u32;

// The data set's number of the slice's image at `place`. Places behind the last take the last once more.
fn imageAt(place: u32) -> u32 {
  return order[slice.orderStart + min(place, slice.count - 1u)];
}

fn imagesOf(quad: u32) -> vec4u {
  let place = 4u * quad;
  return vec4u(imageAt(place), imageAt(place + 1u), imageAt(place + 2u), imageAt(place + 3u));
}

// Ink, 0 … 1.
fn pixelOf(image: u32, pixel: u32) -> f32 {
  let at = image * PIXELS + pixel;
  return f32(extractBits(bytes[at >> 2u], 8u * (at & 3u), 8u)) / 255.0;
}

fn pixelsOf(images: vec4u, pixel: u32) -> vec4f {
  return vec4f(
    pixelOf(images.x, pixel),
    pixelOf(images.y, pixel),
    pixelOf(images.z, pixel),
    pixelOf(images.w, pixel),
  );
}
