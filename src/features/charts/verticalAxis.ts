import { linearTicks, logarithmicTicks } from '../../lib/axisTicks';
import { formatPercent } from '../../lib/formatPercent';
import type { ChartAxis } from '../../ui/LineChart';
import type { Words } from '../../words/words';

const TICK_COUNT = 5;

/** The axis for values from `smallest` to `largest`; not finite where there are none. */
export type VerticalAxis = (
  smallest: number,
  largest: number,
  scale: 'linear' | 'log',
  words: Words['charts'],
) => ChartAxis;

/** As high as the highest loss; a logarithmic axis begins below the lowest. */
export const lossAxis: VerticalAxis = (smallest, largest, scale, words) => {
  const axis = { label: words.lossUnit, format: shortNumber };
  return scale === 'log' && Number.isFinite(smallest)
    ? { ...axis, scale: 'log', ...logarithmicTicks(smallest, largest) }
    : { ...axis, scale: 'linear', ...linearTicks(largest, TICK_COUNT) };
};

/** Always 0 … 100 %. */
export const accuracyAxis: VerticalAxis = (_smallest, _largest, scale, words) => ({
  label: words.accuracyUnit,
  scale,
  format: formatPercent,
  ...linearTicks(1, TICK_COUNT),
});

function shortNumber(value: number): string {
  return value !== 0 && (value >= 1e4 || value < 1e-3) ? value.toExponential(0) : String(value);
}
