import { CLASS_COUNT } from '../model/spec';
import type { Validation } from './checkpoint';
import type { DeadUnits } from './deadUnits';

/** What a run shows that its visitor may want to know of, with the numbers that say so. Losses are means, in nats. */
export type Notice =
  /** Worse than guessing, or much worse than it was. */
  | { readonly code: 'diverging'; readonly loss: number; readonly lowest: number }
  | ({ readonly code: 'deadRelus' } & DeadUnits)
  /** Validation losses before it rose and now. */
  | { readonly code: 'overfitting'; readonly before: number; readonly now: number }
  | { readonly code: 'rateTooSmall'; readonly loss: number };

export interface NoticeFacts {
  /** Mean loss of every step's batch (nats). */
  readonly losses: Float32Array;
  readonly validations: readonly Validation[];
  readonly stepsPerEpoch: number;
  readonly deadUnits: readonly DeadUnits[];
}

/** Losses of single batches scatter too much to be compared; means of so many steps do not. */
const MEAN_STEPS = 50;
/** Whoever guesses loses ln 10 nats; twice that takes being sure of what is wrong. */
const WORSE_THAN_GUESSING = 2 * Math.log(CLASS_COUNT);
/** The loss is on its way up when it is so many times what it was at best, … */
const RISE = 1.5;
/** … that best is longer ago than so many steps: a few bad batches do not last; … */
const RISE_STEPS = 100;
/**
 * … and it is above that best by so many of its standard errors. The best of thousands of means is a lucky one: good runs with
 * Adam and SGD, of 1 to 128 images in a batch, were up to 4.7 above theirs, and 1.5 times as high for a third of the article's run.
 */
const RISE_ERRORS = 6;
/** A layer with fewer dead units still has room; relu is meant to leave some off. */
const DEAD_SHARE = 0.4;
/** Every optimizer has begun to move by then, unless its steps are too small. */
const FIRST_SLOW_STEP = 200;
/** Below it the right digit gets more than a third of the probability on the whole: something is being learned. */
const SLOW_LOSS = 1;
/** A fall by a smaller part in `SLOW_STEPS` steps cannot be seen in the chart. */
const SLOW_FALL = 0.01;
const SLOW_STEPS = 100;
/** The fall is as small as that even with so many standard errors more: small batches scatter more than they fall. */
const SLOW_ERRORS = 2;

/** What to say about a run as it is now, the most urgent first. It takes 0.3 ms for 20,000 losses. */
export function notices({ losses, validations, stepsPerEpoch, deadUnits }: NoticeFacts): Notice[] {
  const rising = diverging(losses);
  const dead = deadUnits.filter(({ dead, units }) => dead >= DEAD_SHARE * units);
  // A loss that stands still because relus are dead, or has risen, does not ask for a larger rate.
  const slow = rising || dead.length > 0 ? null : rateTooSmall(losses);
  const all: (Notice | null)[] = [
    rising,
    ...dead.map((units) => ({ code: 'deadRelus', ...units }) as const),
    overfitting(losses, validations, stepsPerEpoch),
    slow,
  ];
  return all.filter((notice) => notice !== null);
}

function diverging(losses: Float32Array): Notice | null {
  if (losses.length < MEAN_STEPS) return null;
  const { mean: loss, error } = meanBefore(losses, losses.length, MEAN_STEPS);
  const lowest = lowestMean(losses);
  // Written so that what is not a number counts as too much.
  const isWorseThanGuessing = !(loss <= WORSE_THAN_GUESSING);
  const hasRisen =
    losses.length - lowest.end > RISE_STEPS &&
    loss > RISE * lowest.mean &&
    loss > lowest.mean + RISE_ERRORS * error;
  return isWorseThanGuessing || hasRisen ? { code: 'diverging', loss, lowest: lowest.mean } : null;
}

function overfitting(
  losses: Float32Array,
  validations: readonly Validation[],
  stepsPerEpoch: number,
): Notice | null {
  const [before, between, now] = validations.slice(-3);
  if (!now || !(before.loss < between.loss && between.loss < now.loss)) return null;
  const trainingLoss = (end: number) => meanBefore(losses, end, stepsPerEpoch).mean;
  const trainingFell = trainingLoss(now.step) < trainingLoss(before.step);
  return trainingFell ? { code: 'overfitting', before: before.loss, now: now.loss } : null;
}

function rateTooSmall(losses: Float32Array): Notice | null {
  const { length } = losses;
  if (length < FIRST_SLOW_STEP) return null;
  const before = meanBefore(losses, length - SLOW_STEPS, MEAN_STEPS);
  const now = meanBefore(losses, length, MEAN_STEPS);
  const largestFall = before.mean - now.mean + SLOW_ERRORS * Math.hypot(before.error, now.error);
  const isSlow = now.mean > SLOW_LOSS && largestFall < SLOW_FALL * now.mean;
  return isSlow ? { code: 'rateTooSmall', loss: now.mean } : null;
}

/** The mean of the last `count` losses before step `end`, or of as many as there are, and its standard error. */
function meanBefore(losses: Float32Array, end: number, count: number): { mean: number; error: number } {
  const part = losses.subarray(Math.max(0, end - count), end);
  let sum = 0;
  for (const loss of part) sum += loss;
  const mean = sum / part.length;
  let squares = 0;
  for (const loss of part) squares += (loss - mean) ** 2;
  return { mean, error: Math.sqrt(squares / (part.length - 1) / part.length) };
}

/** The lowest mean of `MEAN_STEPS` losses in a row, and the step after them. */
function lowestMean(losses: Float32Array): { mean: number; end: number } {
  let sum = 0;
  const lowest = { mean: Infinity, end: 0 };
  losses.forEach((loss, step) => {
    sum += loss - (step >= MEAN_STEPS ? losses[step - MEAN_STEPS] : 0);
    const mean = sum / MEAN_STEPS;
    if (step >= MEAN_STEPS - 1 && mean < lowest.mean) {
      lowest.mean = mean;
      lowest.end = step + 1;
    }
  });
  return lowest;
}
