/** The greatest absolute difference between numbers in the same places; infinite where one is no number or missing. */
export function greatestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Infinity;
  let greatest = 0;
  for (let i = 0; i < expected.length; i++) {
    const difference = Math.abs(actual[i] - expected[i]);
    if (Number.isNaN(difference)) return Infinity;
    greatest = Math.max(greatest, difference);
  }
  return greatest;
}
