/** A share in percent, without the sign: 0.0234 is `2.3`. Nothing and all are `0` and `100`. */
export function inPercent(share: number): string {
  return share === 0 || share === 1 ? String(100 * share) : (100 * share).toFixed(1);
}
