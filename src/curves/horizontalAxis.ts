import { linearTicks } from '../lib/axisTicks';
import { fill } from '../lib/fill';
import { formatCount } from '../lib/formatCount';
import { energyUnit } from '../lib/formatEnergy';
import { flopsUnit } from '../lib/formatFlops';
import type { Unit } from '../lib/unit';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import { trainingFlops } from '../model/trainingFlops';
import type { TrainingConfig } from '../training/config';
import { stepsPerEpoch } from '../training/config';
import { imagesInSteps } from '../training/stepImages';
import type { ChartAxis } from '../ui/LineChart';

const TICK_COUNT = 5;
/** Epochs of a long run are marked only as densely as they can still be told apart. */
const MAX_EPOCH_MARKS = 20;

/** Ticks are round numbers of the axis' unit; this many digits are enough for any of them. */
const digits = new Intl.NumberFormat('en', { maximumSignificantDigits: 4 });

/** What a curve is drawn along. */
export type Along = 'step' | 'epoch' | 'time' | 'flops' | 'energy';

/** What of a run says where its steps are. */
export interface RunSteps {
  readonly config: TrainingConfig;
  /** Training time at the end of every completed step (ms). */
  readonly endsMs: Float32Array;
  /** Training time without pauses (ms). */
  readonly trainingMs: number;
  /** Estimated power while it trained (W); null where it is not known what computed: then it has no place along energy. */
  readonly watts: number | null;
}

/** Whether it is known where a run's steps are on an axis. */
export function hasPlaces({ watts }: RunSteps, along: Along): boolean {
  return along !== 'energy' || watts !== null;
}

/** Where the end of a step (counted from 0) is on the axis: in steps, epochs, seconds, floating-point operations or joules. */
export function placeOfStep({ config, endsMs, watts }: RunSteps, along: Along): (step: number) => number {
  switch (along) {
    case 'step':
      return (step) => step + 1;
    case 'epoch': {
      const perEpoch = stepsPerEpoch(config);
      return (step) => (step + 1) / perEpoch;
    }
    case 'time':
      return (step) => endsMs[step] / 1_000;
    case 'flops': {
      const imageFlops = trainingFlops(planModel(presets[config.preset]));
      return (step) => imageFlops * imagesInSteps(config, step + 1);
    }
    case 'energy':
      return (step) => ((watts ?? NaN) * endsMs[step]) / 1_000;
  }
}

/** Room for the whole epoch under way, or second: so the axis changes only when one ends. */
export function endOfAxis(steps: RunSteps, along: Along): number {
  const seconds = Math.ceil(steps.trainingMs / 1_000);
  if (along === 'time') return seconds;
  if (along === 'energy') return (steps.watts ?? NaN) * seconds;
  const perEpoch = stepsPerEpoch(steps.config);
  const epochs = Math.max(1, Math.ceil(steps.endsMs.length / perEpoch));
  return placeOfStep(steps, along)(epochs * perEpoch - 1);
}

/** `label` has a place for the `{unit}`, where numbers are so large or so different that it depends on them. */
export function horizontalAxis(end: number, along: Along, label: string): ChartAxis {
  const unit = axisUnit(end, along);
  if (!unit) return { label, scale: 'linear', format: formatCount, ...linearTicks(end, TICK_COUNT) };
  const { name, size } = unit;
  const { domain, ticks } = linearTicks(end / size, TICK_COUNT);
  return {
    label: fill(label, { unit: name }),
    scale: 'linear',
    format: (value) => digits.format(value / size),
    domain: [domain[0] * size, domain[1] * size],
    ticks: ticks.map((tick) => tick * size),
  };
}

/** One unit for the whole axis; null where numbers are written as they are. */
function axisUnit(end: number, along: Along): Unit | null {
  if (along === 'flops') return flopsUnit(end);
  return along === 'energy' ? energyUnit(end) : null;
}

/** Where epochs ended. */
export function epochMarks(steps: RunSteps, along: Along): number[] {
  const perEpoch = stepsPerEpoch(steps.config);
  const endedEpochs = Math.floor(steps.endsMs.length / perEpoch);
  const stride = Math.ceil(endedEpochs / MAX_EPOCH_MARKS) || 1;
  const place = placeOfStep(steps, along);
  const count = Math.floor(endedEpochs / stride);
  return Array.from({ length: count }, (_, index) => place((index + 1) * stride * perEpoch - 1));
}
