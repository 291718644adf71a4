/** The Euclidean norm of all numbers of several arrays together: √Σx². */
export function norm(arrays: readonly Float32Array[]): number {
  let sum = 0;
  for (const values of arrays) for (const value of values) sum += value * value;
  return Math.sqrt(sum);
}
