import type { PlacedSlice } from './slices';

/** A slice whose learning rate is not decided yet. */
export type UpcomingSlice = Omit<PlacedSlice, 'update'>;

/** Slices one can look at before they are taken. */
export interface Upcoming {
  /** The next slice, which stays; undefined after the last. */
  next(): UpcomingSlice | undefined;
  /** Takes it, with the learning rate of this moment. */
  take(): PlacedSlice;
}

export function lookAhead(
  slices: Iterator<UpcomingSlice, undefined>,
  rateOf: (step: number) => number,
): Upcoming {
  let first = slices.next().value;
  return {
    next: () => first,
    take() {
      const taken = first!;
      first = slices.next().value;
      return { ...taken, update: taken.endsStep ? { learningRate: rateOf(taken.step) } : null };
    },
  };
}
