/**
 * Exponential moving average without the bias towards its start at 0: each sum is divided by the weight it
 * holds so far, as Adam and TensorBoard do it. `smoothing` is in [0, 1); 0 leaves the values as they are.
 * What is not a number stays where it is and does not spoil what follows.
 */
export function movingAverage(values: Float32Array, smoothing: number): Float32Array {
  const averages = new Float32Array(values.length);
  let sum = 0;
  let weight = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (Number.isFinite(value)) {
      sum = smoothing * sum + (1 - smoothing) * value;
      weight = smoothing * weight + (1 - smoothing);
      averages[i] = sum / weight;
    } else {
      averages[i] = NaN;
    }
  }
  return averages;
}
