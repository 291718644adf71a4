/** Any float32 is told apart from its neighbours by so many digits. */
const ENOUGH_DIGITS = 9;

/**
 * The number with the fewest decimal digits that a float32 could have been: 0.1 for the float32 next to it, which is
 * 0.10000000149011612 as a double. `Math.fround` gives the float32 back. What is not finite stays as it is.
 */
export function shortestFloat32(value: number): number {
  if (!Number.isFinite(value)) return value;
  for (let digits = 1; digits < ENOUGH_DIGITS; digits++) {
    const candidate = Number(value.toPrecision(digits));
    if (Math.fround(candidate) === value) return candidate;
  }
  return Number(value.toPrecision(ENOUGH_DIGITS));
}
