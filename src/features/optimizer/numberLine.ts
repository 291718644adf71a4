/** Where an update is drawn: a line with the old weight in its middle and marks at equal distances. */
export interface NumberLine {
  /** From mark to mark: 1, 2 or 5 times a power of ten. */
  readonly mark: number;
  /** Where a weight lies on the line, 0 … 1. */
  place(weight: number): number;
}

/** Marks on either side of the middle. The longer of the two steps ends before the last, … */
export const MARKS_A_SIDE = 5;
/** … and by more than rounding. */
const ROUNDING = 1e-9;

/** @returns null where neither step moves the weight, or where one is not a number */
export function numberLine(before: number, steps: readonly number[]): NumberLine | null {
  const longest = Math.max(...steps.map(Math.abs));
  if (!(longest > 0 && longest < Infinity)) return null;
  const power = 10 ** Math.floor(Math.log10(longest / MARKS_A_SIDE));
  // The longest step is at most 10 · power · MARKS_A_SIDE, so one of these reaches.
  const mark =
    [1, 2, 5, 10]
      .map((factor) => factor * power)
      .find((size) => size * MARKS_A_SIDE > (1 + ROUNDING) * longest) ?? power;
  return {
    mark,
    place: (weight) => Math.min(1, Math.max(0, 0.5 + (weight - before) / (2 * MARKS_A_SIDE * mark))),
  };
}
