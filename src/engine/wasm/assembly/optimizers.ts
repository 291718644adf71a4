// The update rules of engine/optimizer.ts in one pass over the weights. The gradient is the sum of `parts` arrays, `partStep`
// bytes apart, added in their order; it is taken: afterwards all parts are zero. `count` vectors of 4 floats. What is 1 − a constant comes rounded once, from float64.

/** Moments this small have no effect, and denormal numbers would make every step three times slower. */
const TINY: f32 = 1e-30;

/** The sum of the parts, which are cleared for the next step. */
// @ts-ignore: decorator
@inline
function takeSum(g: usize, parts: i32, partStep: usize): v128 {
  const zero = f32x4.splat(0);
  let total = v128.load(g);
  v128.store(g, zero);
  for (let part = 1; part < parts; part++) {
    g += partStep;
    total = f32x4.add(total, v128.load(g));
    v128.store(g, zero);
  }
  return total;
}

// @ts-ignore: decorator
@inline
function flush(value: v128): v128 {
  return v128.and(value, f32x4.gt(f32x4.abs(value), f32x4.splat(TINY)));
}

/** The first part ← the sum of all; the others are cleared. */
export function addParts(g: usize, parts: i32, partStep: usize, count: i32): void {
  for (let i = 0; i < count; i++, g += 16) v128.store(g, takeSum(g, parts, partStep));
}

export function sgd(w: usize, g: usize, parts: i32, partStep: usize, count: i32, rate: f32): void {
  const eta = f32x4.splat(rate);
  for (let i = 0; i < count; i++, w += 16, g += 16) {
    v128.store(w, f32x4.sub(v128.load(w), f32x4.mul(eta, takeSum(g, parts, partStep))));
  }
}

export function momentum(
  w: usize, velocity: usize, g: usize, parts: i32, partStep: usize, count: i32, rate: f32, mu: f32,
): void {
  const eta = f32x4.splat(rate), keep = f32x4.splat(mu);
  for (let i = 0; i < count; i++, w += 16, velocity += 16, g += 16) {
    const v = f32x4.sub(f32x4.mul(keep, v128.load(velocity)), f32x4.mul(eta, takeSum(g, parts, partStep)));
    v128.store(velocity, flush(v));
    v128.store(w, f32x4.add(v128.load(w), v));
  }
}

export function rmsprop(
  w: usize, meanSquare: usize, g: usize, parts: i32, partStep: usize, count: i32,
  rate: f32, rho: f32, take: f32, epsilon: f32,
): void {
  const eta = f32x4.splat(rate), keep = f32x4.splat(rho), part = f32x4.splat(take), eps = f32x4.splat(epsilon);
  for (let i = 0; i < count; i++, w += 16, meanSquare += 16, g += 16) {
    const slope = takeSum(g, parts, partStep);
    const v = f32x4.add(f32x4.mul(keep, v128.load(meanSquare)), f32x4.mul(part, f32x4.mul(slope, slope)));
    v128.store(meanSquare, flush(v));
    v128.store(w, f32x4.sub(v128.load(w), f32x4.div(f32x4.mul(eta, slope), f32x4.sqrt(f32x4.add(v, eps)))));
  }
}

/** `rate` has both bias corrections folded in (adamRate in engine/optimizer.ts). */
export function adam(
  w: usize, mean: usize, meanSquare: usize, g: usize, parts: i32, partStep: usize, count: i32,
  rate: f32, take1: f32, take2: f32, epsilon: f32,
): void {
  const eta = f32x4.splat(rate), t1 = f32x4.splat(take1), t2 = f32x4.splat(take2), eps = f32x4.splat(epsilon);
  for (let i = 0; i < count; i++, w += 16, mean += 16, meanSquare += 16, g += 16) {
    const slope = takeSum(g, parts, partStep);
    let m = v128.load(mean), v = v128.load(meanSquare);
    m = f32x4.add(m, f32x4.mul(t1, f32x4.sub(slope, m)));
    v = f32x4.add(v, f32x4.mul(t2, f32x4.sub(f32x4.mul(slope, slope), v)));
    v128.store(mean, flush(m));
    v128.store(meanSquare, flush(v));
    v128.store(w, f32x4.sub(v128.load(w), f32x4.div(f32x4.mul(eta, m), f32x4.add(f32x4.sqrt(v), eps))));
  }
}
