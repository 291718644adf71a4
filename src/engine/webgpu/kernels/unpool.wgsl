// Of a gradient behind max pooling: what reaches one pixel of the convolution is all of it where the pixel won, else none.
struct Share {
  // Where the gradient of filter 0 lies, less the quad.
  start: u32,
  // The pixel's place in its window.
  place: u32,
  // Whether any of it can reach the pixel: rows and columns that fill no window are left out.
  isReached: bool,
}

fn shareOf(row: i32, column: i32) -> Share {
  let pooledRow = row / POOL_ROWS;
  let pooledColumn = column / POOL_COLUMNS;
  let place = row % POOL_ROWS * POOL_COLUMNS + column % POOL_COLUMNS;
  let isReached = pooledRow < POOLED_ROWS && pooledColumn < POOLED_COLUMNS;
  return Share(u32(pooledRow * POOLED_COLUMNS + pooledColumn) * FILTERS * QUADS, u32(place), isReached);
}

fn gradientAt(at: u32, place: u32) -> vec4f {
  if (isPooled()) {
    return select(vec4f(), gradient[at], winners[at] == vec4u(place));
  }
  return gradient[at];
}
