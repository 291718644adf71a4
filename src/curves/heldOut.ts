import type { Validation } from '../training/checkpoint';
import type { ChartPoint } from '../ui/LineChart';
import type { Scale } from './curve';

/** What was measured on the images held out, now and then along a run. */
export interface HeldOutCurve {
  /** In the order they came in; `step` is the last completed one (counted from 0). */
  readonly values: readonly { readonly step: number; readonly value: number }[];
  /** The values that have a place on the chart. */
  readonly points: readonly ChartPoint[];
  /** Steps whose value is not a number. */
  readonly missing: readonly number[];
}

export function heldOutCurve(
  validations: readonly Validation[],
  measure: 'loss' | 'accuracy',
  place: (step: number) => number,
  scale: Scale,
): HeldOutCurve {
  const values = validations.map((validation) => ({ step: validation.step - 1, value: validation[measure] }));
  return {
    values,
    points: values
      .filter(({ value }) => Number.isFinite(value) && (scale === 'linear' || value > 0))
      .map(({ step, value }) => ({ x: place(step), y: value })),
    missing: values.filter(({ value }) => !Number.isFinite(value)).map(({ step }) => step),
  };
}
