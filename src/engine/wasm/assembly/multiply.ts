// Matrix product with an indirect left side: the forward pass of convolution and dense layers, and the gradient of their
// input.
//
//   C[m, n] = start + Σ over r < rows, j < run of A[a[m] + r·rowStep + j] · B[r·run + j, n]
//
// A row m of A is a window: `rows` runs of `run` consecutive floats, `rowStep` bytes apart, from the byte offset a[m] on. A
// dense layer's window is the whole image, in one run. B is a panel, [rows·run][width], width 8 or 12 floats; C's row m is
// `width` floats at the byte offset c[m]. Both tables hold i32 and a multiple of 4 entries: what is more than there are rows
// repeats a window and writes to scratch.
//
// `bias` 0 adds to C; else C starts from the panel's bias, the next panel's
// being `biasStep` bytes on. `relu` 1 cuts the sums off at 0. All `panels` are gone through: B
// `panelBytes` apart, C by its width.

import { madd } from './madd';

export function multiply8(
  a: usize, aTable: usize, rows: i32, run: i32, rowStep: i32,
  b: usize, panels: i32, panelBytes: usize, bias: usize, biasStep: usize, c: usize, cTable: usize, count: i32, relu: i32,
): void {
  for (let panel = 0; panel < panels; panel++) {
    multiplyPanel8(a, aTable, rows, run, rowStep, b, bias, c, cTable, count, relu);
    b += panelBytes;
    c += 32;
    bias += biasStep;
  }
}

// @ts-ignore: decorator
@inline
function multiplyPanel8(
  a: usize, aTable: usize, rows: i32, run: i32, rowStep: i32,
  b: usize, bias: usize, c: usize, cTable: usize, count: i32, relu: i32,
): void {
  const runBytes = <usize>run << 2;
  const zero = f32x4.splat(0);
  for (let m: usize = 0; m < <usize>count << 2; m += 16) {
    const c0 = c + load<u32>(cTable + m), c1 = c + load<u32>(cTable + m, 4);
    const c2 = c + load<u32>(cTable + m, 8), c3 = c + load<u32>(cTable + m, 12);
    let p0 = a + load<u32>(aTable + m), p1 = a + load<u32>(aTable + m, 4);
    let p2 = a + load<u32>(aTable + m, 8), p3 = a + load<u32>(aTable + m, 12);
    let s00: v128, s01: v128, s10: v128, s11: v128, s20: v128, s21: v128, s30: v128, s31: v128;
    if (bias) {
      s00 = s10 = s20 = s30 = v128.load(bias);
      s01 = s11 = s21 = s31 = v128.load(bias, 16);
    } else {
      s00 = v128.load(c0); s01 = v128.load(c0, 16);
      s10 = v128.load(c1); s11 = v128.load(c1, 16);
      s20 = v128.load(c2); s21 = v128.load(c2, 16);
      s30 = v128.load(c3); s31 = v128.load(c3, 16);
    }
    let w = b;
    for (let r = 0; r < rows; r++) {
      for (let j: usize = 0; j < runBytes; j += 4) {
        const w0 = v128.load(w), w1 = v128.load(w, 16);
        w += 32;
        let x = v128.load32_splat(p0 + j);
        s00 = madd(x, w0, s00); s01 = madd(x, w1, s01);
        x = v128.load32_splat(p1 + j);
        s10 = madd(x, w0, s10); s11 = madd(x, w1, s11);
        x = v128.load32_splat(p2 + j);
        s20 = madd(x, w0, s20); s21 = madd(x, w1, s21);
        x = v128.load32_splat(p3 + j);
        s30 = madd(x, w0, s30); s31 = madd(x, w1, s31);
      }
      p0 += rowStep; p1 += rowStep; p2 += rowStep; p3 += rowStep;
    }
    if (relu) {
      s00 = f32x4.pmax(s00, zero); s01 = f32x4.pmax(s01, zero);
      s10 = f32x4.pmax(s10, zero); s11 = f32x4.pmax(s11, zero);
      s20 = f32x4.pmax(s20, zero); s21 = f32x4.pmax(s21, zero);
      s30 = f32x4.pmax(s30, zero); s31 = f32x4.pmax(s31, zero);
    }
    v128.store(c0, s00); v128.store(c0, s01, 16);
    v128.store(c1, s10); v128.store(c1, s11, 16);
    v128.store(c2, s20); v128.store(c2, s21, 16);
    v128.store(c3, s30); v128.store(c3, s31, 16);
  }
}

export function multiply12(
  a: usize, aTable: usize, rows: i32, run: i32, rowStep: i32,
  b: usize, panels: i32, panelBytes: usize, bias: usize, biasStep: usize, c: usize, cTable: usize, count: i32, relu: i32,
): void {
  for (let panel = 0; panel < panels; panel++) {
    multiplyPanel12(a, aTable, rows, run, rowStep, b, bias, c, cTable, count, relu);
    b += panelBytes;
    c += 48;
    bias += biasStep;
  }
}

// Three rows at a time: with four, more vectors live than there are registers.
// @ts-ignore: decorator
@inline
function multiplyPanel12(
  a: usize, aTable: usize, rows: i32, run: i32, rowStep: i32,
  b: usize, bias: usize, c: usize, cTable: usize, count: i32, relu: i32,
): void {
  const runBytes = <usize>run << 2;
  const zero = f32x4.splat(0);
  const end = <usize>count << 2;
  let m: usize = 0;
  for (; m + 12 <= end; m += 12) {
    const c0 = c + load<u32>(cTable + m), c1 = c + load<u32>(cTable + m, 4), c2 = c + load<u32>(cTable + m, 8);
    let p0 = a + load<u32>(aTable + m), p1 = a + load<u32>(aTable + m, 4), p2 = a + load<u32>(aTable + m, 8);
    let s00: v128, s01: v128, s02: v128, s10: v128, s11: v128, s12: v128, s20: v128, s21: v128, s22: v128;
    if (bias) {
      s00 = s10 = s20 = v128.load(bias);
      s01 = s11 = s21 = v128.load(bias, 16);
      s02 = s12 = s22 = v128.load(bias, 32);
    } else {
      s00 = v128.load(c0); s01 = v128.load(c0, 16); s02 = v128.load(c0, 32);
      s10 = v128.load(c1); s11 = v128.load(c1, 16); s12 = v128.load(c1, 32);
      s20 = v128.load(c2); s21 = v128.load(c2, 16); s22 = v128.load(c2, 32);
    }
    let w = b;
    for (let r = 0; r < rows; r++) {
      for (let j: usize = 0; j < runBytes; j += 4) {
        const w0 = v128.load(w), w1 = v128.load(w, 16), w2 = v128.load(w, 32);
        w += 48;
        let x = v128.load32_splat(p0 + j);
        s00 = madd(x, w0, s00); s01 = madd(x, w1, s01); s02 = madd(x, w2, s02);
        x = v128.load32_splat(p1 + j);
        s10 = madd(x, w0, s10); s11 = madd(x, w1, s11); s12 = madd(x, w2, s12);
        x = v128.load32_splat(p2 + j);
        s20 = madd(x, w0, s20); s21 = madd(x, w1, s21); s22 = madd(x, w2, s22);
      }
      p0 += rowStep; p1 += rowStep; p2 += rowStep;
    }
    if (relu) {
      s00 = f32x4.pmax(s00, zero); s01 = f32x4.pmax(s01, zero); s02 = f32x4.pmax(s02, zero);
      s10 = f32x4.pmax(s10, zero); s11 = f32x4.pmax(s11, zero); s12 = f32x4.pmax(s12, zero);
      s20 = f32x4.pmax(s20, zero); s21 = f32x4.pmax(s21, zero); s22 = f32x4.pmax(s22, zero);
    }
    v128.store(c0, s00); v128.store(c0, s01, 16); v128.store(c0, s02, 32);
    v128.store(c1, s10); v128.store(c1, s11, 16); v128.store(c1, s12, 32);
    v128.store(c2, s20); v128.store(c2, s21, 16); v128.store(c2, s22, 32);
  }
  for (; m < end; m += 4) {
    const c0 = c + load<u32>(cTable + m);
    let p0 = a + load<u32>(aTable + m);
    const from = bias ? bias : c0;
    let s0 = v128.load(from), s1 = v128.load(from, 16), s2 = v128.load(from, 32);
    let w = b;
    for (let r = 0; r < rows; r++, p0 += rowStep) {
      for (let j: usize = 0; j < runBytes; j += 4, w += 48) {
        const x = v128.load32_splat(p0 + j);
        s0 = madd(x, v128.load(w), s0); s1 = madd(x, v128.load(w, 16), s1); s2 = madd(x, v128.load(w, 32), s2);
      }
    }
    if (relu) {
      s0 = f32x4.pmax(s0, zero); s1 = f32x4.pmax(s1, zero); s2 = f32x4.pmax(s2, zero);
    }
    v128.store(c0, s0); v128.store(c0, s1, 16); v128.store(c0, s2, 32);
  }
}

/**
 * The way back through a dense layer: C[m, n] = Σ over k < run of A[a[m] + k] · B[k, n], as above without bias, and where `y` is
 * not 0, only where Y[y[m] + n] > 0: the slope of the relu that gave the layer its input.
 */
export function multiplyBack8(
  a: usize, aTable: usize, run: i32, b: usize, panels: i32, c: usize, cTable: usize, y: usize, yTable: usize, count: i32,
): void {
  const runBytes = <usize>run << 2;
  const zero = f32x4.splat(0);
  for (let panel = 0; panel < panels; panel++) {
    for (let m: usize = 0; m < <usize>count << 2; m += 16) {
      const p0 = a + load<u32>(aTable + m), p1 = a + load<u32>(aTable + m, 4);
      const p2 = a + load<u32>(aTable + m, 8), p3 = a + load<u32>(aTable + m, 12);
      let s00 = zero, s01 = zero, s10 = zero, s11 = zero, s20 = zero, s21 = zero, s30 = zero, s31 = zero;
      let w = b;
      for (let j: usize = 0; j < runBytes; j += 4) {
        const w0 = v128.load(w), w1 = v128.load(w, 16);
        w += 32;
        let x = v128.load32_splat(p0 + j);
        s00 = madd(x, w0, s00); s01 = madd(x, w1, s01);
        x = v128.load32_splat(p1 + j);
        s10 = madd(x, w0, s10); s11 = madd(x, w1, s11);
        x = v128.load32_splat(p2 + j);
        s20 = madd(x, w0, s20); s21 = madd(x, w1, s21);
        x = v128.load32_splat(p3 + j);
        s30 = madd(x, w0, s30); s31 = madd(x, w1, s31);
      }
      if (y) {
        const y0 = y + load<u32>(yTable + m), y1 = y + load<u32>(yTable + m, 4);
        const y2 = y + load<u32>(yTable + m, 8), y3 = y + load<u32>(yTable + m, 12);
        s00 = v128.and(s00, f32x4.gt(v128.load(y0), zero)); s01 = v128.and(s01, f32x4.gt(v128.load(y0, 16), zero));
        s10 = v128.and(s10, f32x4.gt(v128.load(y1), zero)); s11 = v128.and(s11, f32x4.gt(v128.load(y1, 16), zero));
        s20 = v128.and(s20, f32x4.gt(v128.load(y2), zero)); s21 = v128.and(s21, f32x4.gt(v128.load(y2, 16), zero));
        s30 = v128.and(s30, f32x4.gt(v128.load(y3), zero)); s31 = v128.and(s31, f32x4.gt(v128.load(y3, 16), zero));
      }
      const c0 = c + load<u32>(cTable + m), c1 = c + load<u32>(cTable + m, 4);
      const c2 = c + load<u32>(cTable + m, 8), c3 = c + load<u32>(cTable + m, 12);
      v128.store(c0, s00); v128.store(c0, s01, 16);
      v128.store(c1, s10); v128.store(c1, s11, 16);
      v128.store(c2, s20); v128.store(c2, s21, 16);
      v128.store(c3, s30); v128.store(c3, s31, 16);
    }
    b += <usize>run << 5;
    c += 32;
    if (y) y += 32;
  }
}
