// Softmax and sparse categorical cross-entropy of 10 logits; an image's lie `row` bytes after those of the one before.

const CLASSES: usize = 40;

/** z ← softmax(z), row by row. */
export function softmax(z: usize, row: usize, count: i32): void {
  for (let i = 0; i < count; i++, z += row) {
    let greatest: f32 = load<f32>(z);
    for (let k: usize = 4; k < CLASSES; k += 4) greatest = max(greatest, load<f32>(z + k));
    let sum: f32 = 0;
    for (let k: usize = 0; k < CLASSES; k += 4) {
      const power = Mathf.exp(load<f32>(z + k) - greatest);
      store<f32>(z + k, power);
      sum += power;
    }
    for (let k: usize = 0; k < CLASSES; k += 4) store<f32>(z + k, load<f32>(z + k) / sum);
  }
}

/**
 * dz ← (softmax(z) − one-hot(label)) · scale; adds −log softmax(z)[label] (nats) and the right answers to the two f64 at
 * `sums`. `labels` holds bytes, `indices` which of them.
 */
export function crossEntropy(
  z: usize, row: usize, labels: usize, indices: usize, count: i32, dz: usize, dzRow: usize, scale: f32, sums: usize,
): void {
  let loss: f64 = 0, correct: f64 = 0;
  for (let i = 0; i < count; i++, z += row, dz += dzRow) {
    const label = <usize>load<u8>(labels + load<u32>(indices + (<usize>i << 2))) << 2;
    let greatest: f32 = load<f32>(z);
    let at: usize = 0;
    for (let k: usize = 4; k < CLASSES; k += 4) {
      const value = load<f32>(z + k);
      if (value > greatest) { greatest = value; at = k; }
    }
    let sum: f32 = 0;
    for (let k: usize = 0; k < CLASSES; k += 4) {
      const power = Mathf.exp(load<f32>(z + k) - greatest);
      store<f32>(dz + k, power);
      sum += power;
    }
    loss += <f64>(Mathf.log(sum) - (load<f32>(z + label) - greatest));
    if (at == label) correct += 1;
    const share = scale / sum;
    for (let k: usize = 0; k < CLASSES; k += 4) {
      store<f32>(dz + k, load<f32>(dz + k) * share - (k == label ? scale : 0));
    }
  }
  store<f64>(sums, load<f64>(sums) + loss);
  store<f64>(sums, load<f64>(sums, 8) + correct, 8);
}
