import { CLASS_COUNT } from '../model/spec';
import type { Confusion } from './confusion';
import { countIn, readCount, shownCount } from './confusion';

/** How well one digit is told from the others. */
export interface DigitScore {
  /** Images that show it. */
  readonly shown: number;
  /** Images that are read as it. */
  readonly read: number;
  /** Images that show it and are read as it. */
  readonly right: number;
  /** `right / read`, 0 … 1: how far its name can be trusted. Null where nothing is read as it, for then there is nothing to trust. */
  readonly precision: number | null;
  /** `right / shown`, 0 … 1: how much of it is found. Null where no image shows it. */
  readonly recall: number | null;
  /** Harmonic mean of the two, as `2 right / (shown + read)`, 0 … 1. Null where no image shows it and none is read as it. */
  readonly f1: number | null;
}

/** One entry for each digit, 0 … 9. Source: van Rijsbergen, "Information Retrieval" (1979), chapter 7. */
export function digitScores(counts: Confusion): DigitScore[] {
  return Array.from({ length: CLASS_COUNT }, (_, digit) => {
    const shown = shownCount(counts, digit);
    const read = readCount(counts, digit);
    const right = countIn(counts, { shown: digit, read: digit });
    return {
      shown,
      read,
      right,
      precision: share(right, read),
      recall: share(right, shown),
      f1: share(2 * right, shown + read),
    };
  });
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
