import type { History } from '../training/checkpoint';

/** How a run that was repeated compares with the first. */
export interface Comparison {
  /** The first step (counted from 0) whose loss differs; null where all are equal. */
  readonly firstDifference: number | null;
  /** The largest difference between losses of the same step (nats). */
  readonly largestDifference: number;
  readonly sameWeights: boolean;
}

/** A step that only one of them has differs. */
export function compareRuns(
  first: { readonly losses: History['losses']; readonly weightsHash: string | null },
  second: typeof first,
): Comparison {
  let firstDifference: number | null = null;
  let largestDifference = 0;
  const steps = Math.max(first.losses.length, second.losses.length);
  for (let step = 0; step < steps; step++) {
    const [a, b] = [first.losses[step], second.losses[step]];
    if (Object.is(a, b)) continue;
    firstDifference ??= step;
    largestDifference = Math.max(largestDifference, Math.abs(a - b) || 0);
  }
  return { firstDifference, largestDifference, sameWeights: first.weightsHash === second.weightsHash };
}
