// Max pooling. A window is a list of pixels: those of output pixel m are `offsets[starts[m] … starts[m + 1] − 1]`, byte
// offsets within the image; what padding would add is not listed. `channels` is a multiple of 4.

export function maxPool(
  x: usize, starts: usize, offsets: usize, y: usize, yTable: usize, count: i32, channels: i32,
): void {
  const bytes = <usize>channels << 2;
  for (let m: usize = 0; m < <usize>count << 2; m += 4) {
    const first = offsets + (<usize>load<u32>(starts + m) << 2), end = offsets + (<usize>load<u32>(starts + m, 4) << 2);
    const to = y + load<u32>(yTable + m);
    for (let c: usize = 0; c < bytes; c += 16) {
      let greatest = v128.load(x + load<u32>(first) + c);
      for (let o = first + 4; o < end; o += 4) greatest = f32x4.max(greatest, v128.load(x + load<u32>(o) + c));
      v128.store(to + c, greatest);
    }
  }
}

/** dx += dy where the window's first greatest value was. dx begins at zero. */
export function maxPoolGradient(
  x: usize, starts: usize, offsets: usize, y: usize, yTable: usize, dy: usize, dyTable: usize, count: i32,
  channels: i32, dx: usize, dxOffsets: usize,
): void {
  const bytes = <usize>channels << 2;
  const toGradient = dxOffsets - offsets;
  for (let m: usize = 0; m < <usize>count << 2; m += 4) {
    const first = offsets + (<usize>load<u32>(starts + m) << 2), end = offsets + (<usize>load<u32>(starts + m, 4) << 2);
    const by = y + load<u32>(yTable + m), from = dy + load<u32>(dyTable + m);
    for (let c: usize = 0; c < bytes; c += 16) {
      const greatest = v128.load(by + c), slope = v128.load(from + c);
      let open = i32x4.splat(-1);
      for (let o = first; o < end; o += 4) {
        const isFirst = v128.and(open, f32x4.eq(v128.load(x + load<u32>(o) + c), greatest));
        const to = dx + load<u32>(o + toGradient) + c;
        v128.store(to, f32x4.add(v128.load(to), v128.and(slope, isFirst)));
        open = v128.andnot(open, isFirst);
      }
    }
  }
}
