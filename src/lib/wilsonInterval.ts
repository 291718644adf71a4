/** Standard deviations of the normal distribution that 95 % lie within. */
const Z = 1.959964;

/**
 * Where a true share lies with 95 % confidence, given `successes` of `count` independent trials: never below 0 or above 1, and
 * sensible near both, where the usual ± rule is not. Nothing is known after no trial: [0, 1].
 * Source: Wilson, "Probable inference, the law of succession, and statistical inference" (1927).
 */
export function wilsonInterval(successes: number, count: number): readonly [low: number, high: number] {
  if (count === 0) return [0, 1];
  const share = successes / count;
  const scale = 1 + Z ** 2 / count;
  const middle = (share + Z ** 2 / (2 * count)) / scale;
  const half = (Z / scale) * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2));
  // At a share of 0 or 1 one end is that share exactly, which rounding must not move it past.
  return [Math.max(0, Math.min(share, middle - half)), Math.min(1, Math.max(share, middle + half))];
}
