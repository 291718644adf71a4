/**
 * Lower quartile, median and upper quartile; of three values or fewer the least, the middle one and the greatest.
 *
 * @param {readonly number[]} values
 * @returns {Spread}
 * @typedef {{ low: number, median: number, high: number }} Spread
 */
export function spreadOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return { low: at(0.25), median: medianOf(values), high: at(0.75) };
}

/** @param {readonly number[]} values */
export function medianOf(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * How many times as long as the reference's a step took, round by round: whatever else the machine did in a round met both. Only
 * rounds in which both had a turn count.
 *
 * @param {readonly (readonly number[])[]} rounds step times (ms) by round
 * @param {readonly (readonly number[])[]} referenceRounds
 */
export function ratioOf(rounds, referenceRounds) {
  const common = Math.min(rounds.length, referenceRounds.length);
  const byRound = rounds
    .slice(0, common)
    .map((stepMs, round) => medianOf(stepMs) / medianOf(referenceRounds[round]));
  return { ...spreadOf(byRound), byRound };
}
