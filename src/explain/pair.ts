import { indexOfLargest } from '../lib/indexOfLargest';
import { CLASS_COUNT } from '../model/spec';

/** The two digits of the question "why `target` rather than `rival`?". They differ. */
export interface Pair {
  readonly target: number;
  readonly rival: number;
}

/** What the visitor chose, each null where the model's reading decides. Where both are chosen they differ. */
export interface WantedPair {
  readonly target: number | null;
  readonly rival: number | null;
}

/** The guess and the runner-up, as far as nothing else is wanted. @param scores of the ten digits: logits or probabilities */
export function choosePair(scores: ArrayLike<number>, { target, rival }: WantedPair): Pair {
  const first = target ?? likeliestBut(scores, rival);
  return { target: first, rival: rival ?? likeliestBut(scores, first) };
}

function likeliestBut(scores: ArrayLike<number>, excluded: number | null): number {
  return indexOfLargest(Array.from(scores, (score, digit) => (digit === excluded ? -Infinity : score)));
}

/** 1 for the target, −1 for the rival: with these shares a sum of logits is their difference. */
export function sharesOf({ target, rival }: Pair): Float64Array {
  const shares = new Float64Array(CLASS_COUNT);
  shares[target] = 1;
  shares[rival] = -1;
  return shares;
}
