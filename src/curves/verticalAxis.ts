import { linearTicks, logarithmicTicks } from '../lib/axisTicks';
import { formatPercent } from '../lib/formatPercent';
import { formatShort } from '../lib/formatShort';
import type { ChartAxis } from '../ui/LineChart';
import type { Scale } from './curve';

const TICK_COUNT = 5;

/** The axis for values from `smallest` to `largest`; not finite where there are none. */
export type VerticalAxis = (smallest: number, largest: number, scale: Scale, label: string) => ChartAxis;

/** As high as the highest loss; a logarithmic axis begins below the lowest. */
export const lossAxis: VerticalAxis = (smallest, largest, scale, label) => ({
  label,
  format: formatShort,
  ...fromNothing(smallest, largest, scale),
});

/** Always 0 … 100 %. */
export const accuracyAxis: VerticalAxis = (_smallest, _largest, scale, label) => ({
  label,
  scale,
  format: formatPercent,
  ...linearTicks(1, TICK_COUNT),
});

/** The share of wrong answers: as high as the highest, so that good models can be told apart. */
export const errorAxis: VerticalAxis = (smallest, largest, scale, label) => ({
  label,
  // A logarithmic axis goes below 1 %.
  format: (share) => `${String(Number((100 * share).toPrecision(3)))}%`,
  ...fromNothing(smallest, largest, scale),
});

function fromNothing(smallest: number, largest: number, scale: Scale) {
  return scale === 'log' && Number.isFinite(smallest)
    ? ({ scale: 'log', ...logarithmicTicks(smallest, largest) } as const)
    : ({ scale: 'linear', ...linearTicks(largest, TICK_COUNT) } as const);
}
