/** At most `maxCount` of the integers 0 … length − 1, evenly spaced, with the first and the last. */
export function evenlySpaced(length: number, maxCount: number): number[] {
  const count = Math.min(length, maxCount);
  if (count < 2) return count === 1 ? [0] : [];
  return Array.from({ length: count }, (_, index) => Math.round((index * (length - 1)) / (count - 1)));
}
