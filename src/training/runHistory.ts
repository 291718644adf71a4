import type { Series } from '../lib/series';
import { emptySeries, extendSeries, seriesValues, shortenSeries } from '../lib/series';
import type { History } from './checkpoint';
import type { StepsEvent } from './events';

/** A History that grows with a run. */
export interface RunHistory {
  readonly losses: Series;
  readonly correct: Series;
  readonly stepEndsMs: Series;
  /** Training time without pauses (ms), with that of a step under way. */
  readonly trainingMs: number;
}

export function emptyHistory(): RunHistory {
  return {
    losses: emptySeries(),
    correct: emptySeries(),
    stepEndsMs: emptySeries(),
    trainingMs: 0,
  };
}

/** The steps of an event share its time evenly. */
export function withSteps(history: RunHistory, { losses, correct, groupMs }: StepsEvent): RunHistory {
  const { trainingMs } = history;
  const ends = Float32Array.from(losses, (_, i) => trainingMs + (groupMs * (i + 1)) / losses.length);
  return {
    losses: extendSeries(history.losses, losses),
    correct: extendSeries(history.correct, correct),
    stepEndsMs: extendSeries(history.stepEndsMs, ends),
    trainingMs: trainingMs + groupMs,
  };
}

/** As it was after `step` steps. */
export function historyUntil(history: RunHistory, step: number): RunHistory {
  return {
    losses: shortenSeries(history.losses, step),
    correct: shortenSeries(history.correct, step),
    stepEndsMs: shortenSeries(history.stepEndsMs, step),
    trainingMs: step === 0 ? 0 : seriesValues(history.stepEndsMs)[step - 1],
  };
}

/** To be stored. */
export function plainHistory({ losses, correct, stepEndsMs }: RunHistory): History {
  return {
    losses: seriesValues(losses),
    correct: Uint32Array.from(seriesValues(correct)),
    stepEndsMs: seriesValues(stepEndsMs),
  };
}

/** What was stored, to grow again. */
export function growingHistory({ losses, correct, stepEndsMs }: History): RunHistory {
  return {
    losses: extendSeries(emptySeries(), losses),
    correct: extendSeries(emptySeries(), correct),
    stepEndsMs: extendSeries(emptySeries(), stepEndsMs),
    trainingMs: stepEndsMs.at(-1) ?? 0,
  };
}
