import { CLASS_COUNT } from '../model/spec';

/** How often each digit is read as which: `counts[10 · shown + read]` images show `shown` and are read as `read`. */
export type Confusion = Uint32Array;

/** One entry of a confusion matrix: two digits, 0 … 9. */
export interface Cell {
  readonly shown: number;
  readonly read: number;
}

/**
 * Counts every image once.
 *
 * @param labels the digit that each image shows, 0 … 9
 * @param read the digit that is read in it, 0 … 9
 */
export function confusionOf(labels: Uint8Array, read: Uint8Array): Confusion {
  const counts = new Uint32Array(CLASS_COUNT * CLASS_COUNT);
  labels.forEach((label, image) => counts[CLASS_COUNT * label + read[image]]++);
  return counts;
}

export function countIn(counts: Confusion, { shown, read }: Cell): number {
  return counts[CLASS_COUNT * shown + read];
}

/** Images that show the digit: the sum of a row. */
export function shownCount(counts: Confusion, digit: number): number {
  return counts
    .subarray(CLASS_COUNT * digit, CLASS_COUNT * (digit + 1))
    .reduce((sum, count) => sum + count, 0);
}

/** Images that are read as the digit, rightly or not: the sum of a column. */
export function readCount(counts: Confusion, digit: number): number {
  return counts.reduce((sum, count, place) => (place % CLASS_COUNT === digit ? sum + count : sum), 0);
}

/** Images that are read right: the sum of the diagonal. */
export function rightCount(counts: Confusion): number {
  return counts.reduce((sum, count, place) => (place % (CLASS_COUNT + 1) === 0 ? sum + count : sum), 0);
}

/** What share of the images that show a digit is read so, 0 … 1; null where none shows it. */
export function rateIn(counts: Confusion, cell: Cell): number | null {
  const shown = shownCount(counts, cell.shown);
  return shown === 0 ? null : countIn(counts, cell) / shown;
}

/** The mistake that is made most often, the first of several; null where none is made. */
export function commonestMistake(counts: Confusion): Cell | null {
  const mistakes = counts.map((count, place) => (place % (CLASS_COUNT + 1) === 0 ? 0 : count));
  const most = Math.max(...mistakes);
  const place = mistakes.indexOf(most);
  return most === 0 ? null : { shown: Math.floor(place / CLASS_COUNT), read: place % CLASS_COUNT };
}
