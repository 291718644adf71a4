/** Which values to draw: at most `maxPoints`, in order, and the first missing value of each stretch of them. */
export interface DrawnValues {
  readonly indices: readonly number[];
  /** Places of values that are not finite numbers; one for each bucket that has some. */
  readonly missing: readonly number[];
}

/**
 * Thins a long curve without losing its peaks: of each of `maxPoints / 2` equal stretches the smallest and the
 * largest value are kept. The very first and last values are kept too, so the curve begins and ends where it should.
 */
export function minMaxBuckets(values: Float32Array, maxPoints: number): DrawnValues {
  const { length } = values;
  const bucketCount = length <= maxPoints ? length : Math.floor(maxPoints / 2) - 1;
  const kept = new Set<number>();
  const missing: number[] = [];

  for (let bucket = 0; bucket < bucketCount; bucket++) {
    const end = Math.floor(((bucket + 1) * length) / bucketCount);
    let smallest = -1;
    let largest = -1;
    let firstMissing = -1;
    for (let i = Math.floor((bucket * length) / bucketCount); i < end; i++) {
      if (!Number.isFinite(values[i])) {
        if (firstMissing < 0) firstMissing = i;
        continue;
      }
      if (smallest < 0 || values[i] < values[smallest]) smallest = i;
      if (largest < 0 || values[i] > values[largest]) largest = i;
    }
    if (smallest >= 0) kept.add(smallest).add(largest);
    if (firstMissing >= 0) missing.push(firstMissing);
  }

  for (const end of [0, length - 1]) if (Number.isFinite(values[end])) kept.add(end);
  return { indices: [...kept].sort((a, b) => a - b), missing };
}
