// A convolution of the pixels themselves with 3 × 3 kernels and stride 1, and a dense layer of ten units right behind it:
// the whole of the article's model.
override INPUT_ROWS: i32;
override INPUT_COLUMNS: i32;
// Rows and columns of zeros before the input.
override PADDING_TOP: i32;
override PADDING_LEFT: i32;
override OUTPUT_ROWS: i32;
override OUTPUT_COLUMNS: i32;
override FILTERS: u32;
// Of the convolution.
override ACTIVATION: u32;
// Where among the weights its kernels [3, 3, 1, FILTERS] begin, whose bias follows, and the dense layer's [outputs, 10].
override KERNELS: u32;
override HAS_BIAS: bool;
override DENSE: u32;

const CLASSES = 10u;

// Ten columns, one for each class.
struct PerClass {
  a: mat4x4f,
  b: mat4x4f,
  c: mat2x4f,
}

// The kernel's three rows, and the bias.
struct Filter {
  top: vec3f,
  middle: vec3f,
  bottom: vec3f,
  bias: f32,
}

fn filterAt(which: u32) -> Filter {
  let w = KERNELS + which;
  return Filter(
    vec3f(weights[w], weights[w + FILTERS], weights[w + 2u * FILTERS]),
    vec3f(weights[w + 3u * FILTERS], weights[w + 4u * FILTERS], weights[w + 5u * FILTERS]),
    vec3f(weights[w + 6u * FILTERS], weights[w + 7u * FILTERS], weights[w + 8u * FILTERS]),
    select(0.0, weights[w + 9u * FILTERS], HAS_BIAS),
  );
}

// Three columns for each row of the kernel: what its three weights meet, in four images or at four places.
struct Windows {
  top: mat3x4f,
  middle: mat3x4f,
  bottom: mat3x4f,
}

fn convolve(which: Filter, windows: Windows) -> vec4f {
  let sum = windows.top * which.top + windows.middle * which.middle + windows.bottom * which.bottom;
  return activate(ACTIVATION, sum + which.bias);
}

// Without && and ||: their branches, many of them in one loop, cost some compilers minutes.
fn isInside(row: i32, column: i32) -> bool {
  return (row >= 0) & (row < INPUT_ROWS) & (column >= 0) & (column < INPUT_COLUMNS);
}
