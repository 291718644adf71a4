export const scheduleNames = ['constant', 'cosine', 'oneCycle'] as const;
export type Schedule = (typeof scheduleNames)[number];

/** One-cycle begins at the peak divided by this. */
const ONE_CYCLE_DIVISOR = 25;
/** The part of a run's steps in which one-cycle rises. */
const ONE_CYCLE_RISE = 0.3;

/**
 * The learning rate η of a step t = 0 … T − 1, from its peak; always above 0.
 *
 * - `constant`: η = peak.
 * - `cosine`: η = peak · ½ (1 + cos(π t/T)), from the peak towards 0. Source: Loshchilov and Hutter, "SGDR: stochastic
 *   gradient descent with warm restarts" (2017), equation 5, without restarts.
 * - `oneCycle`: from peak/25 up to the peak at 30 % of the steps, then down towards 0, both in straight lines.
 *   Source: Smith and Topin, "Super-convergence: very fast training of neural networks using large learning rates"
 *   (2019). Theirs rises for as long as it falls, then goes on at smaller rates for a while.
 */
export function learningRateAt(
  schedule: Schedule,
  peakRate: number,
  step: number,
  totalSteps: number,
): number {
  switch (schedule) {
    case 'constant':
      return peakRate;
    case 'cosine':
      return (peakRate * (1 + Math.cos((Math.PI * step) / totalSteps))) / 2;
    case 'oneCycle': {
      const top = ONE_CYCLE_RISE * totalSteps;
      return step < top
        ? between(peakRate / ONE_CYCLE_DIVISOR, peakRate, step / top)
        : between(peakRate, 0, (step - top) / (totalSteps - top));
    }
  }
}

/** `from` at part 0, `to` at part 1. */
function between(from: number, to: number, part: number): number {
  return from + (to - from) * part;
}
