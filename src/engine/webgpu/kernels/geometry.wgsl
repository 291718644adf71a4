// A convolution's sizes, in rows, columns and channels.
override INPUT_ROWS: i32;
override INPUT_COLUMNS: i32;
override INPUT_CHANNELS: u32;
override KERNEL_ROWS: i32;
override KERNEL_COLUMNS: i32;
override STRIDE_ROWS: i32;
override STRIDE_COLUMNS: i32;
// Rows and columns of zeros before the input.
override PADDING_TOP: i32;
override PADDING_LEFT: i32;
override OUTPUT_ROWS: i32;
override OUTPUT_COLUMNS: i32;
override FILTERS: u32;

// Max pooling behind it, where windows hold four pixels and do not overlap: the greatest of each is all that leaves.
// Without it a window is one pixel, and the pooled output is the output.
override POOL_ROWS: i32;
override POOL_COLUMNS: i32;
override POOLED_ROWS: i32;
override POOLED_COLUMNS: i32;

// Where its kernel begins among the weights, [KERNEL_ROWS, KERNEL_COLUMNS, INPUT_CHANNELS, FILTERS]; its bias follows.
override WEIGHTS: u32;
override HAS_BIAS: bool;

const FOUR = vec4i(0, 1, 2, 3);

// Whether windows reach beyond the input.
override IS_PADDED: bool;

fn isPooled() -> bool {
  return POOL_ROWS * POOL_COLUMNS > 1;
}
