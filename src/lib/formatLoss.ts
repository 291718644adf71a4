const SMALLEST_PLAIN = 1e-4;
const LARGEST_PLAIN = 1e6;

/** A loss in a few digits: `2.303`, `0.0712`, `152`, `1.2e+9`; empty for what is not a number. */
export function formatLoss(loss: number): string {
  if (!Number.isFinite(loss)) return '';
  const isPlain = loss === 0 || (loss >= SMALLEST_PLAIN && loss < LARGEST_PLAIN);
  return isPlain ? loss.toFixed(loss < 0.1 ? 4 : loss < 100 ? 3 : 0) : loss.toExponential(1);
}
