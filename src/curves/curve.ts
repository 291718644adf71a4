import { minMaxBuckets } from '../lib/minMaxBuckets';
import { movingAverage } from '../lib/movingAverage';
import type { ChartPoint, ChartRow } from '../ui/LineChart';

/** A raw line with more points cannot be told from one with these. */
const MAX_RAW_POINTS = 400;
/** The smoothed line needs fewer, and each of its points takes longer: it can be pointed at. */
const MAX_SMOOTHED_POINTS = 160;

export type Scale = 'linear' | 'log';

export interface Curve {
  /** One for each step. */
  readonly raw: Float32Array;
  readonly smoothed: Float32Array;
  /** The raw values worth drawing. */
  readonly rawPoints: readonly ChartPoint[];
  /** The smoothed values worth drawing; a row's id is its step, counted from 0. */
  readonly rows: readonly ChartRow[];
  /** Smallest and largest of the raw values drawn. */
  readonly range: readonly [number, number];
  /** Steps whose value is not a number. */
  readonly missing: readonly number[];
}

/**
 * What is drawn of one number for each step; `place` says where a step is on the horizontal axis. On a logarithmic axis
 * only values above 0 have a place.
 */
export function curveOf(
  raw: Float32Array,
  place: (step: number) => number,
  smoothing: number,
  scale: Scale,
): Curve {
  const smoothed = movingAverage(raw, smoothing);

  function drawn(values: Float32Array, steps: readonly number[]): ChartRow[] {
    return steps
      .map((step) => ({ id: step, x: place(step), y: values[step] }))
      .filter(({ y }) => scale === 'linear' || y > 0);
  }

  const { indices, missing } = minMaxBuckets(raw, MAX_RAW_POINTS);
  const rawPoints = drawn(raw, indices);
  const rows = drawn(smoothed, minMaxBuckets(smoothed, MAX_SMOOTHED_POINTS).indices);
  const heights = rawPoints.map(({ y }) => y);
  const range = [Math.min(...heights), Math.max(...heights)] as const;
  return { raw, smoothed, rawPoints, rows, range, missing };
}
