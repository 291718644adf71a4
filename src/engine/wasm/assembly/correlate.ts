// The gradient of a weight panel: for every row k of the panel and every row m of the block
//
//   G[k, n] += Σ over m of A[a[m] + k_table[k]] · D[d[m] + n]
//
// A is the layer's input, its windows as in multiply.ts; `kTable` holds the byte offset of each weight within a window. D is
// the gradient of the layer's output, `width` floats at the byte offset d[m]. G is [weights][width], 8 or 12 floats wide.
// Tables hold i32. `count` rows m are summed, from the first to the last: the order never changes.

import { madd } from './madd';

/** Four weights, eight outputs. */
// @ts-ignore: decorator
@inline
function tile4x8(a: usize, aTable: usize, k: usize, d: usize, dTable: usize, end: usize, g: usize): void {
  const a0 = a + load<u32>(k), a1 = a + load<u32>(k, 4), a2 = a + load<u32>(k, 8), a3 = a + load<u32>(k, 12);
  let s00 = v128.load(g), s01 = v128.load(g, 16), s10 = v128.load(g, 32), s11 = v128.load(g, 48);
  let s20 = v128.load(g, 64), s21 = v128.load(g, 80), s30 = v128.load(g, 96), s31 = v128.load(g, 112);
  for (let m: usize = 0; m < end; m += 4) {
    const p: usize = load<u32>(aTable + m);
    const q = d + load<u32>(dTable + m);
    const d0 = v128.load(q), d1 = v128.load(q, 16);
    let x = v128.load32_splat(a0 + p);
    s00 = madd(x, d0, s00); s01 = madd(x, d1, s01);
    x = v128.load32_splat(a1 + p);
    s10 = madd(x, d0, s10); s11 = madd(x, d1, s11);
    x = v128.load32_splat(a2 + p);
    s20 = madd(x, d0, s20); s21 = madd(x, d1, s21);
    x = v128.load32_splat(a3 + p);
    s30 = madd(x, d0, s30); s31 = madd(x, d1, s31);
  }
  v128.store(g, s00); v128.store(g, s01, 16); v128.store(g, s10, 32); v128.store(g, s11, 48);
  v128.store(g, s20, 64); v128.store(g, s21, 80); v128.store(g, s30, 96); v128.store(g, s31, 112);
}

/** Five weights, eight outputs: 3×3 windows of one channel are 4 + 5, 5×5 windows five times 5. */
// @ts-ignore: decorator
@inline
function tile5x8(a: usize, aTable: usize, k: usize, d: usize, dTable: usize, end: usize, g: usize): void {
  const a0 = a + load<u32>(k), a1 = a + load<u32>(k, 4), a2 = a + load<u32>(k, 8), a3 = a + load<u32>(k, 12);
  const a4 = a + load<u32>(k, 16);
  let s00 = v128.load(g), s01 = v128.load(g, 16), s10 = v128.load(g, 32), s11 = v128.load(g, 48);
  let s20 = v128.load(g, 64), s21 = v128.load(g, 80), s30 = v128.load(g, 96), s31 = v128.load(g, 112);
  let s40 = v128.load(g, 128), s41 = v128.load(g, 144);
  for (let m: usize = 0; m < end; m += 4) {
    const p: usize = load<u32>(aTable + m);
    const q = d + load<u32>(dTable + m);
    const d0 = v128.load(q), d1 = v128.load(q, 16);
    let x = v128.load32_splat(a0 + p);
    s00 = madd(x, d0, s00); s01 = madd(x, d1, s01);
    x = v128.load32_splat(a1 + p);
    s10 = madd(x, d0, s10); s11 = madd(x, d1, s11);
    x = v128.load32_splat(a2 + p);
    s20 = madd(x, d0, s20); s21 = madd(x, d1, s21);
    x = v128.load32_splat(a3 + p);
    s30 = madd(x, d0, s30); s31 = madd(x, d1, s31);
    x = v128.load32_splat(a4 + p);
    s40 = madd(x, d0, s40); s41 = madd(x, d1, s41);
  }
  v128.store(g, s00); v128.store(g, s01, 16); v128.store(g, s10, 32); v128.store(g, s11, 48);
  v128.store(g, s20, 64); v128.store(g, s21, 80); v128.store(g, s30, 96); v128.store(g, s31, 112);
  v128.store(g, s40, 128); v128.store(g, s41, 144);
}

/** One weight, eight outputs: what fours and fives leave over. */
// @ts-ignore: decorator
@inline
function tile1x8(a: usize, aTable: usize, k: usize, d: usize, dTable: usize, end: usize, g: usize): void {
  const a0 = a + load<u32>(k);
  let s0 = v128.load(g), s1 = v128.load(g, 16);
  for (let m: usize = 0; m < end; m += 4) {
    const q = d + load<u32>(dTable + m);
    const x = v128.load32_splat(a0 + load<u32>(aTable + m));
    s0 = madd(x, v128.load(q), s0); s1 = madd(x, v128.load(q, 16), s1);
  }
  v128.store(g, s0); v128.store(g, s1, 16);
}

/** What a bias gets: the sum of D, eight outputs; with the first four weights, while D is at hand. */
// @ts-ignore: decorator
@inline
function tile4x8AndBias(
  a: usize, aTable: usize, k: usize, d: usize, dTable: usize, end: usize, g: usize, bias: usize,
): void {
  const a0 = a + load<u32>(k), a1 = a + load<u32>(k, 4), a2 = a + load<u32>(k, 8), a3 = a + load<u32>(k, 12);
  let s00 = v128.load(g), s01 = v128.load(g, 16), s10 = v128.load(g, 32), s11 = v128.load(g, 48);
  let s20 = v128.load(g, 64), s21 = v128.load(g, 80), s30 = v128.load(g, 96), s31 = v128.load(g, 112);
  let b0 = v128.load(bias), b1 = v128.load(bias, 16);
  for (let m: usize = 0; m < end; m += 4) {
    const p: usize = load<u32>(aTable + m);
    const q = d + load<u32>(dTable + m);
    const d0 = v128.load(q), d1 = v128.load(q, 16);
    b0 = f32x4.add(b0, d0); b1 = f32x4.add(b1, d1);
    let x = v128.load32_splat(a0 + p);
    s00 = madd(x, d0, s00); s01 = madd(x, d1, s01);
    x = v128.load32_splat(a1 + p);
    s10 = madd(x, d0, s10); s11 = madd(x, d1, s11);
    x = v128.load32_splat(a2 + p);
    s20 = madd(x, d0, s20); s21 = madd(x, d1, s21);
    x = v128.load32_splat(a3 + p);
    s30 = madd(x, d0, s30); s31 = madd(x, d1, s31);
  }
  v128.store(g, s00); v128.store(g, s01, 16); v128.store(g, s10, 32); v128.store(g, s11, 48);
  v128.store(g, s20, 64); v128.store(g, s21, 80); v128.store(g, s30, 96); v128.store(g, s31, 112);
  v128.store(bias, b0); v128.store(bias, b1, 16);
}

/**
 * `weights` = 4 · fours + 5 · fives + ones, of which there are as many as are left. `bias` is not 0 where the outputs have
 * biases: their gradient, to which the sums of D are added; there are then four weights or more.
 */
export function correlate8(
  a: usize, aTable: usize, kTable: usize, weights: i32, fours: i32, fives: i32,
  d: usize, dTable: usize, count: i32, g: usize, panels: i32, bias: usize,
): void {
  const end = <usize>count << 2;
  const foursEnd = kTable + (<usize>fours << 4);
  const fivesEnd = foursEnd + <usize>fives * 20;
  const kEnd = kTable + (<usize>weights << 2);
  for (let panel = 0; panel < panels; panel++, d += 32) {
    let k = kTable;
    if (bias) {
      tile4x8AndBias(a, aTable, k, d, dTable, end, g, bias);
      k += 16; g += 128; bias += 32;
    }
    for (; k < foursEnd; k += 16, g += 128) tile4x8(a, aTable, k, d, dTable, end, g);
    for (; k < fivesEnd; k += 20, g += 160) tile5x8(a, aTable, k, d, dTable, end, g);
    for (; k < kEnd; k += 4, g += 32) tile1x8(a, aTable, k, d, dTable, end, g);
  }
}

/** One panel of twelve outputs, three weights at a time: with four, more vectors live than there are registers. */
export function correlate12(
  a: usize, aTable: usize, kTable: usize, weights: i32,
  d: usize, dTable: usize, count: i32, g: usize,
): void {
  const end = <usize>count << 2;
  const kEnd = kTable + (<usize>weights << 2);
  let k = kTable;
  for (; k + 12 <= kEnd; k += 12, g += 144) {
    const a0 = a + load<u32>(k), a1 = a + load<u32>(k, 4), a2 = a + load<u32>(k, 8);
    let s00 = v128.load(g), s01 = v128.load(g, 16), s02 = v128.load(g, 32);
    let s10 = v128.load(g, 48), s11 = v128.load(g, 64), s12 = v128.load(g, 80);
    let s20 = v128.load(g, 96), s21 = v128.load(g, 112), s22 = v128.load(g, 128);
    for (let m: usize = 0; m < end; m += 4) {
      const p: usize = load<u32>(aTable + m);
      const q = d + load<u32>(dTable + m);
      const d0 = v128.load(q), d1 = v128.load(q, 16), d2 = v128.load(q, 32);
      let x = v128.load32_splat(a0 + p);
      s00 = madd(x, d0, s00); s01 = madd(x, d1, s01); s02 = madd(x, d2, s02);
      x = v128.load32_splat(a1 + p);
      s10 = madd(x, d0, s10); s11 = madd(x, d1, s11); s12 = madd(x, d2, s12);
      x = v128.load32_splat(a2 + p);
      s20 = madd(x, d0, s20); s21 = madd(x, d1, s21); s22 = madd(x, d2, s22);
    }
    v128.store(g, s00); v128.store(g, s01, 16); v128.store(g, s02, 32);
    v128.store(g, s10, 48); v128.store(g, s11, 64); v128.store(g, s12, 80);
    v128.store(g, s20, 96); v128.store(g, s21, 112); v128.store(g, s22, 128);
  }
  for (; k < kEnd; k += 4, g += 48) {
    const a0 = a + load<u32>(k);
    let s0 = v128.load(g), s1 = v128.load(g, 16), s2 = v128.load(g, 32);
    for (let m: usize = 0; m < end; m += 4) {
      const q = d + load<u32>(dTable + m);
      const x = v128.load32_splat(a0 + load<u32>(aTable + m));
      s0 = madd(x, v128.load(q), s0); s1 = madd(x, v128.load(q, 16), s1); s2 = madd(x, v128.load(q, 32), s2);
    }
    v128.store(g, s0); v128.store(g, s1, 16); v128.store(g, s2, 32);
  }
}
