import { movingAverage } from '../lib/movingAverage';

/** A learning-rate range test: the loss of each step, and the rate it was made with. */
export interface RateRange {
  readonly rates: Float32Array;
  /** Mean loss of the step's batch before its update (nats). Ends where the loss has run away. */
  readonly losses: Float32Array;
}

export const RANGE_STEPS = 100;
/** From far too small to far too large, for every optimizer. */
const LOWEST_RATE = 1e-6;
const HIGHEST_RATE = 10;
/** The loss has run away where its moving average is this many times its lowest. */
const RUNAWAY = 4;
/** Weight of the past in the average that is looked at: about the last six steps. */
export const RANGE_SMOOTHING = 0.85;

/**
 * The rate of a step, rising by the same factor each time.
 * Source: Smith, "Cyclical learning rates for training neural networks" (2017), section 3.3; in exponential steps, as is usual since.
 */
export function rangeRate(step: number): number {
  return LOWEST_RATE * (HIGHEST_RATE / LOWEST_RATE) ** (step / (RANGE_STEPS - 1));
}

/** Whether more steps would tell nothing new. */
export function hasRunAway(losses: readonly number[]): boolean {
  if (losses.length === 0) return false;
  if (!Number.isFinite(losses[losses.length - 1])) return true;
  const averages = movingAverage(Float32Array.from(losses), RANGE_SMOOTHING);
  return averages[averages.length - 1] > RUNAWAY * Math.min(...averages);
}

/**
 * The rate to begin with: a third of the one where the loss falls fastest, which is still safely below where it rises. Null where it
 * never fell.
 */
export function suggestedRate({ rates, losses }: RateRange): number | null {
  const averages = movingAverage(losses, RANGE_SMOOTHING);
  let steepest = -1;
  let slope = 0;
  for (let i = 1; i < averages.length - 1; i++) {
    // Rates rise by the same factor, so equal steps are equal distances on a logarithmic axis.
    const here = (averages[i + 1] - averages[i - 1]) / 2;
    if (here < slope) [steepest, slope] = [i, here];
  }
  return steepest < 0 ? null : roundRate(rates[steepest] / 3);
}

/** One digit, of 1, 2 and 5: more would pretend that the test is exact. */
function roundRate(rate: number): number {
  const power = 10 ** Math.floor(Math.log10(rate));
  const digit = rate / power;
  const rounded = digit < 1.5 ? 1 : digit < 3.5 ? 2 : digit < 7.5 ? 5 : 10;
  return Number((rounded * power).toPrecision(1));
}
