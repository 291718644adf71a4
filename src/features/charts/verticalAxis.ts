import { linearTicks, logarithmicTicks } from '../../lib/axisTicks';
import { formatPercent } from '../../lib/formatPercent';
import type { ChartAxis } from '../../ui/LineChart';
import type { Words } from '../../words/words';
import type { Curve } from './curve';

const TICK_COUNT = 4;

export type VerticalAxis = ChartAxis & { readonly scale: 'linear' | 'log' };

/** As high as the highest loss; a logarithmic axis begins below the lowest. */
export function lossAxis({ rows }: Curve, scale: 'linear' | 'log', words: Words['charts']): VerticalAxis {
  const drawn = rows.flatMap(({ faint }) => (faint === null ? [] : [faint]));
  const largest = drawn.length > 0 ? Math.max(...drawn) : 1;
  const smallest = drawn.length > 0 ? Math.min(...drawn) : 1;
  const ticks = scale === 'log' ? logarithmicTicks(smallest, largest) : linearTicks(largest, TICK_COUNT);
  return { label: words.lossUnit, scale, format: shortNumber, ...ticks };
}

/** Always 0 … 100 %. */
export function accuracyAxis(_curve: Curve, _scale: 'linear' | 'log', words: Words['charts']): VerticalAxis {
  return { label: words.accuracyUnit, scale: 'linear', format: formatPercent, ...linearTicks(1, 5) };
}

const shortNumber = (value: number) =>
  value !== 0 && (value >= 1e4 || value < 1e-3) ? value.toExponential(0) : String(value);
