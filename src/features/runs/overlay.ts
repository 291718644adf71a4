import type { Curve, Scale } from '../../curves/curve';
import { curveOf } from '../../curves/curve';
import type { Along, RunSteps } from '../../curves/horizontalAxis';
import { endOfAxis, hasPlaces, placeOfStep } from '../../curves/horizontalAxis';
import type { History } from '../../training/checkpoint';
import { runningAccuracy } from '../../training/runningAccuracy';
import { recentErrors } from './recentErrors';
import type { StoredRun } from './storedRun';

/** Of every step: its loss, the share of right answers in its epoch so far, the share of wrong ones lately. */
export type Measure = 'losses' | 'accuracies' | 'errors';

/** How runs are compared. */
export interface OverlayOptions {
  readonly measure: Measure;
  readonly along: Along;
  readonly scale: Scale;
  /** Weight of the past in the moving average, 0 … 0.99. */
  readonly smoothing: number;
}

export const initialOverlayOptions: OverlayOptions = {
  measure: 'losses',
  along: 'step',
  // Good runs differ where the loss is small.
  scale: 'log',
  smoothing: 0.97,
};

/** A run that is compared, and which of the six lines is its own. */
export interface SelectedRun {
  readonly run: StoredRun;
  readonly line: number;
}

export interface OverlaidRun extends SelectedRun {
  readonly history: History;
  /** Estimated power while it trained (W); null where it is not known what computed. */
  readonly watts: number | null;
}

/** A run's curve where it is drawn. */
export interface OverlaidCurve extends SelectedRun {
  readonly curve: Curve;
  /** Where the end of a step is on the horizontal axis; grows with the step. */
  readonly place: (step: number) => number;
}

export interface Overlay {
  readonly curves: readonly OverlaidCurve[];
  /** Where the horizontal axis ends. */
  readonly end: number;
  /** Smallest and largest of all values drawn; not finite where there are none. */
  readonly range: readonly [number, number];
  /** Where runs ceased to be numbers. */
  readonly crosses: readonly number[];
}

export function overlayOf(runs: readonly OverlaidRun[], options: OverlayOptions): Overlay {
  const { measure, along, smoothing, scale } = options;
  const ends: number[] = [];
  const curves = runs.flatMap(({ run, line, history, watts }) => {
    const { config, trainingMs } = run;
    const steps: RunSteps = { config, trainingMs, endsMs: history.stepEndsMs, watts };
    if (!hasPlaces(steps, along)) return [];
    ends.push(endOfAxis(steps, along));
    const place = placeOfStep(steps, along);
    return { run, line, place, curve: curveOf(measured(measure, run, history), place, smoothing, scale) };
  });
  // Where raw values of 0 have no place, the smoothed line goes below the others.
  const heights = curves.flatMap(({ curve }) => [...curve.range, ...curve.rows.map(({ y }) => y)]);
  return {
    curves,
    end: Math.max(...ends),
    range: [Math.min(...heights), Math.max(...heights)],
    // One mark a run is enough, and one for all that end in the same place.
    crosses: [...new Set(curves.flatMap(({ curve, place }) => curve.missing.slice(0, 1).map(place)))],
  };
}

function measured(measure: Measure, { config }: StoredRun, { losses, correct }: History): Float32Array {
  switch (measure) {
    case 'losses':
      return losses;
    case 'accuracies':
      return runningAccuracy(config, correct).accuracies;
    case 'errors':
      return recentErrors(config, correct);
  }
}

/** The step a curve was at, at a place of the horizontal axis; null where it has ended before. */
export function stepAt({ place, curve }: OverlaidCurve, x: number): number | null {
  let low = 0;
  let high = curve.raw.length;
  // The first step that ends at x or behind it.
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(middle) < x) low = middle + 1;
    else high = middle;
  }
  return low < curve.raw.length ? low : null;
}
