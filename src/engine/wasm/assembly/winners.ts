// The way back through max pooling straight into the convolution before it. Pooling hands each gradient to one pixel, the
// winner of its window, so most of the convolution's output gradient is zero, and products with it are short sums:
//
//   dW[c] += Σ over the winners of channel c of value · A[origin + tap]
//   dA[origin + tap] += value · W[c][tap]
//
// Channel c's list holds its winners of one image, 8 bytes each: the byte offset of the winner's window in the layer's input
// (u32) and the gradient (f32), zeros left out. Lists lie `listBytes` apart; `ends` holds where each ends (u32).

import { madd } from './madd';

/**
 * Makes the lists of one image, for `channels` channels (a multiple of 4). Pooling windows are lists of pixels as in pool.ts;
 * `origins` holds, for the same pixels, the offsets of their windows in the input of the convolution. `d` is the gradient of
 * the pooled values y.
 */
export function listWinners(
  x: usize, starts: usize, offsets: usize, origins: usize, y: usize, yTable: usize, d: usize, dTable: usize,
  count: i32, channels: i32, lists: usize, listBytes: usize, ends: usize,
): void {
  for (let c: usize = 0; c < <usize>channels; c++) store<u32>(ends + (c << 2), <u32>(lists + c * listBytes));
  const bytes = <usize>channels << 2;
  const toOrigins = origins - offsets;
  for (let m: usize = 0; m < <usize>count << 2; m += 4) {
    const first = offsets + (<usize>load<u32>(starts + m) << 2), end = offsets + (<usize>load<u32>(starts + m, 4) << 2);
    const by = y + load<u32>(yTable + m), from = d + load<u32>(dTable + m);
    for (let c: usize = 0; c < bytes; c += 16) {
      const greatest = v128.load(by + c), value = v128.load(from + c);
      let open = i32x4.splat(-1), origin = i32x4.splat(0);
      for (let o = first; o < end; o += 4) {
        const isFirst = v128.and(open, f32x4.eq(v128.load(x + load<u32>(o) + c), greatest));
        origin = v128.bitselect(v128.load32_splat(o + toOrigins), origin, isFirst);
        open = v128.andnot(open, isFirst);
      }
      append(ends + c, i32x4.extract_lane(origin, 0), f32x4.extract_lane(value, 0));
      append(ends + c + 4, i32x4.extract_lane(origin, 1), f32x4.extract_lane(value, 1));
      append(ends + c + 8, i32x4.extract_lane(origin, 2), f32x4.extract_lane(value, 2));
      append(ends + c + 12, i32x4.extract_lane(origin, 3), f32x4.extract_lane(value, 3));
    }
  }
}

/** Writes always and moves on only for what is not zero: no branch to guess wrongly. */
// @ts-ignore: decorator
@inline
function append(end: usize, origin: i32, value: f32): void {
  const at = <usize>load<u32>(end);
  store<i32>(at, origin);
  store<f32>(at, value, 4);
  store<u32>(end, <u32>at + (<u32>(value != 0) << 3));
}

/**
 * dW of `channels` filters. Filters lie one behind the other as vectors of four taps; `taps` holds the byte offset of each vector
 * in a window, in tiles of ten, then nine, then three.
 */
export function correlateWinners(
  a: usize, lists: usize, listBytes: usize, ends: usize, channels: i32,
  taps: usize, tens: i32, nines: i32, threes: i32, g: usize,
): void {
  for (let c: usize = 0; c < <usize>channels; c++) {
    const list = lists + c * listBytes, end = <usize>load<u32>(ends + (c << 2));
    let k = taps;
    for (let i = 0; i < tens; i++, k += 40, g += 160) tile10(a, k, list, end, g);
    for (let i = 0; i < nines; i++, k += 36, g += 144) tile9(a, k, list, end, g);
    for (let i = 0; i < threes; i++, k += 12, g += 48) tile3(a, k, list, end, g);
  }
}

// @ts-ignore: decorator
@inline
function tile10(a: usize, k: usize, list: usize, end: usize, g: usize): void {
  const a0 = a + load<u32>(k), a1 = a + load<u32>(k, 4), a2 = a + load<u32>(k, 8), a3 = a + load<u32>(k, 12);
  const a4 = a + load<u32>(k, 16), a5 = a + load<u32>(k, 20), a6 = a + load<u32>(k, 24), a7 = a + load<u32>(k, 28);
  const a8 = a + load<u32>(k, 32), a9 = a + load<u32>(k, 36);
  let s0 = v128.load(g), s1 = v128.load(g, 16), s2 = v128.load(g, 32), s3 = v128.load(g, 48), s4 = v128.load(g, 64);
  let s5 = v128.load(g, 80), s6 = v128.load(g, 96), s7 = v128.load(g, 112), s8 = v128.load(g, 128), s9 = v128.load(g, 144);
  for (let p = list; p < end; p += 8) {
    const o = <usize>load<u32>(p), value = v128.load32_splat(p, 4);
    s0 = madd(value, v128.load(a0 + o), s0); s1 = madd(value, v128.load(a1 + o), s1);
    s2 = madd(value, v128.load(a2 + o), s2); s3 = madd(value, v128.load(a3 + o), s3);
    s4 = madd(value, v128.load(a4 + o), s4); s5 = madd(value, v128.load(a5 + o), s5);
    s6 = madd(value, v128.load(a6 + o), s6); s7 = madd(value, v128.load(a7 + o), s7);
    s8 = madd(value, v128.load(a8 + o), s8); s9 = madd(value, v128.load(a9 + o), s9);
  }
  v128.store(g, s0); v128.store(g, s1, 16); v128.store(g, s2, 32); v128.store(g, s3, 48); v128.store(g, s4, 64);
  v128.store(g, s5, 80); v128.store(g, s6, 96); v128.store(g, s7, 112); v128.store(g, s8, 128); v128.store(g, s9, 144);
}

// @ts-ignore: decorator
@inline
function tile9(a: usize, k: usize, list: usize, end: usize, g: usize): void {
  const a0 = a + load<u32>(k), a1 = a + load<u32>(k, 4), a2 = a + load<u32>(k, 8), a3 = a + load<u32>(k, 12);
  const a4 = a + load<u32>(k, 16), a5 = a + load<u32>(k, 20), a6 = a + load<u32>(k, 24), a7 = a + load<u32>(k, 28);
  const a8 = a + load<u32>(k, 32);
  let s0 = v128.load(g), s1 = v128.load(g, 16), s2 = v128.load(g, 32), s3 = v128.load(g, 48), s4 = v128.load(g, 64);
  let s5 = v128.load(g, 80), s6 = v128.load(g, 96), s7 = v128.load(g, 112), s8 = v128.load(g, 128);
  for (let p = list; p < end; p += 8) {
    const o = <usize>load<u32>(p), value = v128.load32_splat(p, 4);
    s0 = madd(value, v128.load(a0 + o), s0); s1 = madd(value, v128.load(a1 + o), s1);
    s2 = madd(value, v128.load(a2 + o), s2); s3 = madd(value, v128.load(a3 + o), s3);
    s4 = madd(value, v128.load(a4 + o), s4); s5 = madd(value, v128.load(a5 + o), s5);
    s6 = madd(value, v128.load(a6 + o), s6); s7 = madd(value, v128.load(a7 + o), s7);
    s8 = madd(value, v128.load(a8 + o), s8);
  }
  v128.store(g, s0); v128.store(g, s1, 16); v128.store(g, s2, 32); v128.store(g, s3, 48); v128.store(g, s4, 64);
  v128.store(g, s5, 80); v128.store(g, s6, 96); v128.store(g, s7, 112); v128.store(g, s8, 128);
}

// @ts-ignore: decorator
@inline
function tile3(a: usize, k: usize, list: usize, end: usize, g: usize): void {
  const a0 = a + load<u32>(k), a1 = a + load<u32>(k, 4), a2 = a + load<u32>(k, 8);
  let s0 = v128.load(g), s1 = v128.load(g, 16), s2 = v128.load(g, 32);
  for (let p = list; p < end; p += 8) {
    const o = <usize>load<u32>(p), value = v128.load32_splat(p, 4);
    s0 = madd(value, v128.load(a0 + o), s0);
    s1 = madd(value, v128.load(a1 + o), s1);
    s2 = madd(value, v128.load(a2 + o), s2);
  }
  v128.store(g, s0); v128.store(g, s1, 16); v128.store(g, s2, 32);
}

/** dA of one image, to which is added. Windows are `rows` runs of `runBytes` bytes (a multiple of 32), `rowStep` apart. */
export function spreadWinners(
  w: usize, filterBytes: usize, lists: usize, listBytes: usize, ends: usize, channels: i32,
  rows: i32, runBytes: usize, rowStep: usize, da: usize,
): void {
  for (let c: usize = 0; c < <usize>channels; c++, w += filterBytes) {
    const end = <usize>load<u32>(ends + (c << 2));
    for (let p = lists + c * listBytes; p < end; p += 8) {
      const value = v128.load32_splat(p, 4);
      let to = da + load<u32>(p), from = w;
      for (let r = 0; r < rows; r++, to += rowStep, from += runBytes) {
        for (let j: usize = 0; j < runBytes; j += 32) {
          v128.store(to + j, madd(value, v128.load(from + j), v128.load(to + j)));
          v128.store(to + j, madd(value, v128.load(from + j, 16), v128.load(to + j, 16)), 16);
        }
      }
    }
  }
}
