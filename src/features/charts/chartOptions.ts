import type { Scale } from '../../curves/curve';
import type { Along } from '../../curves/horizontalAxis';

/** What the visitor has chosen about the charts. */
export interface ChartOptions {
  /** Weight of the past in the moving average, 0 … 0.99. */
  readonly smoothing: number;
  readonly lossScale: Scale;
  readonly along: Along;
}

export const initialChartOptions: ChartOptions = { smoothing: 0.9, lossScale: 'linear', along: 'step' };

/**
 * Charts are drawn this often at most (ms). Drawing takes time from the pad, the buttons and, where cores are few, from training; the three take
 * turns, so that something moves more often than that.
 */
export const DRAWING_INTERVAL_MS = 500;
