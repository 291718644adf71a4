import { minMaxBuckets } from '../../lib/minMaxBuckets';
import { movingAverage } from '../../lib/movingAverage';
import { seriesValues } from '../../lib/series';
import type { RunRecord } from '../../store/run';
import type { ChartRow } from '../../ui/LineChart';
import type { ChartOptions } from './chartOptions';
import { placeOfStep } from './horizontalAxis';

/** More points than this cannot be told apart on a screen, and take too long to draw. */
const MAX_POINTS = 400;

/** What is drawn as one curve: one number for each step. */
export type Measure = 'losses' | 'accuracies';

export interface Curve {
  /** One for each step. */
  readonly raw: Float32Array;
  readonly smoothed: Float32Array;
  /** The steps worth drawing; a row's id is its step, counted from 0. */
  readonly rows: readonly ChartRow[];
  /** Steps whose value is not a number. */
  readonly missing: readonly number[];
}

/** On a logarithmic axis only values above 0 have a place. */
export function curveOf(
  record: RunRecord,
  measure: Measure,
  { smoothing, along }: ChartOptions,
  scale: 'linear' | 'log',
): Curve {
  const raw = seriesValues(record[measure]);
  const smoothed = movingAverage(raw, smoothing);
  const { indices, missing } = minMaxBuckets(raw, MAX_POINTS);
  const place = placeOfStep(record, along);
  const drawn = (value: number) => (scale === 'log' && value <= 0 ? null : value);
  const rows = indices.map((step) => ({
    id: step,
    x: place(step),
    faint: drawn(raw[step]),
    strong: drawn(smoothed[step]),
  }));
  return { raw, smoothed, rows, missing };
}
