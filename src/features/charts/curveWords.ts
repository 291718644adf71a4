import type { HeldOutCurve } from '../../curves/heldOut';
import type { Along } from '../../curves/horizontalAxis';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatEnergy } from '../../lib/formatEnergy';
import { formatFlops } from '../../lib/formatFlops';
import { formatRange } from '../../lib/formatRange';
import type { RunPower } from '../../training/cost';
import { middleOf } from '../../training/cost';
import type { LaterWords } from '../../words/laterWords';
import type { Words } from '../../words/words';

type ChartWords = Words['charts'];
type CurveWords = LaterWords['curves'];
type Format = (value: number) => string;

/** The label of the horizontal axis; a `{unit}` is left for the axis to fill in. */
export function axisLabel(
  along: Along,
  words: ChartWords,
  curves: CurveWords,
  power: RunPower | null,
): string {
  if (along === 'time') return words.timeUnit;
  if (along === 'flops') return curves.flops;
  if (along !== 'energy') return words[along];
  if (!power) return curves.energy;
  const { low, high } = power.watts;
  const middle = middleOf(power.watts);
  return fill(curves.energyAt, {
    middle: formatRange(middle, middle),
    watts: `${formatRange(low, high)} W`,
  });
}

/** How a place along an axis is written whose numbers are told nowhere else. */
export function placeFormat(along: Along): Format | null {
  if (along === 'flops') return formatFlops;
  return along === 'energy' ? (joules) => formatEnergy({ low: joules, high: joules }) : null;
}

/** What had been measured last on the images held out when a step had been completed; nothing before the first time. */
export function heldOutNote(
  curves: CurveWords,
  { values }: HeldOutCurve,
  step: number,
  value: Format,
): string[] {
  const latest = values.findLast((validation) => validation.step <= step);
  if (!latest) return [];
  return [fill(curves.heldOutAt, { value: value(latest.value), step: formatCount(latest.step + 1) })];
}
