// What is done to values one by one, between the products. Images are laid out pixel by pixel, `channels` floats each (a multiple
// of 4), at the byte offsets of a table of i32.

/** Pixels as bytes → floats 0 … 1, row by row into an image whose rows are `rowStep` bytes apart. Width a multiple of 4. */
export function gather(
  bytes: usize, indices: usize, count: i32, height: i32, width: i32, out: usize, imageStep: usize, rowStep: usize,
): void {
  const scale = f32x4.splat(255);
  for (let i = 0; i < count; i++) {
    let from = bytes + <usize>load<u32>(indices + (<usize>i << 2)) * height * width;
    for (let row = 0; row < height; row++) {
      let to = out + <usize>row * rowStep;
      for (let column = 0; column < width; column += 4) {
        const wide = i32x4.extend_low_i16x8_u(i16x8.extend_low_i8x16_u(v128.load32_zero(from)));
        v128.store(to, f32x4.div(f32x4.convert_i32x4_s(wide), scale));
        from += 4;
        to += 16;
      }
    }
    out += imageStep;
  }
}

/**
 * y ← relu (1), sigmoid (2) or tanh (3) of x, or x itself (0). x may be y. Only `channels` channels are gone through: for
 * sigmoid those that mean something, because sigmoid(0) is not 0 and what fills up must stay 0.
 */
export function activate(
  kind: i32, x: usize, xTable: usize, y: usize, yTable: usize, count: i32, channels: i32,
): void {
  const bytes = <usize>channels << 2;
  for (let m: usize = 0; m < <usize>count << 2; m += 4) {
    const from = x + load<u32>(xTable + m), to = y + load<u32>(yTable + m);
    if (kind < 2) {
      const floor = f32x4.splat(kind == 1 ? 0 : -Infinity);
      for (let c: usize = 0; c < bytes; c += 16) v128.store(to + c, f32x4.pmax(v128.load(from + c), floor));
    } else {
      for (let c: usize = 0; c < bytes; c += 4) {
        const value = load<f32>(from + c);
        store<f32>(to + c, kind == 2 ? <f32>1 / (<f32>1 + Mathf.exp(-value)) : Mathf.tanh(value));
      }
    }
  }
}

/** The way back: out ← d · activation'(y), by the activation's own output y. `out` may be d. */
export function deactivate(
  kind: i32, d: usize, dTable: usize, y: usize, yTable: usize, out: usize, outTable: usize, count: i32, channels: i32,
): void {
  const zero = f32x4.splat(0), one = f32x4.splat(1);
  const bytes = <usize>channels << 2;
  for (let m: usize = 0; m < <usize>count << 2; m += 4) {
    const from = d + load<u32>(dTable + m), by = y + load<u32>(yTable + m), to = out + load<u32>(outTable + m);
    for (let c: usize = 0; c < bytes; c += 16) {
      const slope = v128.load(from + c), value = v128.load(by + c);
      let result = slope;
      if (kind == 1) result = v128.and(slope, f32x4.gt(value, zero));
      else if (kind == 2) result = f32x4.mul(slope, f32x4.mul(value, f32x4.sub(one, value)));
      else if (kind == 3) result = f32x4.mul(slope, f32x4.sub(one, f32x4.mul(value, value)));
      v128.store(to + c, result);
    }
  }
}

/** g[n] += Σ over rows of d: the gradient of a bias, or any sum of rows. */
export function addRows(d: usize, dTable: usize, count: i32, channels: i32, g: usize): void {
  for (let c: usize = 0; c < <usize>channels << 2; c += 16) {
    let sum = v128.load(g + c);
    for (let m: usize = 0; m < <usize>count << 2; m += 4) {
      sum = f32x4.add(sum, v128.load(d + load<u32>(dTable + m) + c));
    }
    v128.store(g + c, sum);
  }
}

// @ts-ignore: decorator
@inline
function hash32(value: u32): u32 {
  let x = value;
  x = (x ^ (x >> 16)) * 0x7feb352d;
  x = (x ^ (x >> 15)) * 0x846ca68b;
  return x ^ (x >> 16);
}

/** y ← x · mask, the mask of engine/dropoutMask.ts: unit u of the image is dropped when hash(imageSeed + u) < threshold. */
export function drop(
  x: usize, xTable: usize, y: usize, yTable: usize, count: i32, channels: i32,
  imageSeed: u32, threshold: u32, kept: f32,
): void {
  let unit: u32 = 0;
  for (let m: usize = 0; m < <usize>count << 2; m += 4) {
    const from = x + load<u32>(xTable + m), to = y + load<u32>(yTable + m);
    for (let c: usize = 0; c < <usize>channels << 2; c += 4, unit++) {
      const factor: f32 = hash32(imageSeed + unit) < threshold ? 0 : kept;
      store<f32>(to + c, load<f32>(from + c) * factor);
    }
  }
}

/** y[i · stride] ← x[i]: one channel where a layer goes through vectors of them. */
export function spread(x: usize, y: usize, count: i32, stride: i32): void {
  for (let i = 0; i < count; i++, x += 4, y += <usize>stride << 2) store<f32>(y, load<f32>(x));
}

/** out[i] ← from[table[i]], byte offsets: weights laid out anew. */
export function permute(from: usize, table: usize, out: usize, count: i32): void {
  for (let i: usize = 0; i < <usize>count << 2; i += 4) store<f32>(out + i, load<f32>(from + load<u32>(table + i)));
}

/**
 * Panels of outputs [panel][inputs][width] → panels of inputs [inputs/8][units][8], as `multiplyBack8` takes them: four by four
 * are turned in registers. `inputs` is a multiple of 8.
 */
export function transposePanels(w: usize, width: i32, inputs: i32, units: i32, out: usize): void {
  const rowBytes = <usize>width << 2;
  for (let firstUnit = 0; firstUnit < units; firstUnit += width, w += <usize>inputs * rowBytes) {
    const end = min(firstUnit + width, units);
    for (let unit = firstUnit; unit < end; unit += 4) {
      const count = min(end - unit, 4);
      let from = w + (<usize>(unit - firstUnit) << 2);
      let to = out + (<usize>unit << 5);
      for (let i = 0; i < inputs; i += 4) {
        const r0 = v128.load(from), r1 = v128.load(from + rowBytes);
        const r2 = v128.load(from + 2 * rowBytes), r3 = v128.load(from + 3 * rowBytes);
        const low01 = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5), low23 = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
        const high01 = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7), high23 = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
        v128.store(to, v128.shuffle<u64>(low01, low23, 0, 2));
        if (count > 1) v128.store(to, v128.shuffle<u64>(low01, low23, 1, 3), 32);
        if (count > 2) v128.store(to, v128.shuffle<u64>(high01, high23, 0, 2), 64);
        if (count > 3) v128.store(to, v128.shuffle<u64>(high01, high23, 1, 3), 96);
        from += 4 * rowBytes;
        // The second half of a panel of eight inputs, then the next panel.
        to += i & 4 ? (<usize>units << 5) - 16 : 16;
      }
    }
  }
}

/** Sets bytes to zero. */
export function clear(address: usize, bytes: usize): void {
  memory.fill(address, 0, bytes);
}

export function copy(from: usize, to: usize, bytes: usize): void {
  memory.copy(to, from, bytes);
}
