import type { Scale } from '../../curves/curve';
import type { Along } from '../../curves/horizontalAxis';

/** What the visitor has chosen about both charts. */
export interface ChartOptions {
  /** Weight of the past in the moving average, 0 … 0.99. */
  readonly smoothing: number;
  readonly lossScale: Scale;
  readonly along: Along;
}

export const initialChartOptions: ChartOptions = { smoothing: 0.9, lossScale: 'linear', along: 'step' };
