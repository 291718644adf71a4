import { linearTicks } from '../lib/axisTicks';
import { formatCompact, formatCount } from '../lib/formatCount';
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

/** What a curve is drawn along. */
export type Along = 'step' | 'epoch' | 'time' | 'flops';

/** What of a run says where its steps are. */
export interface RunSteps {
  readonly config: TrainingConfig;
  /** Training time at the end of every completed step (ms). */
  readonly endsMs: Float32Array;
  /** Training time without pauses (ms). */
  readonly trainingMs: number;
}

/** Where the end of a step (counted from 0) is on the axis: in steps, epochs, seconds or floating-point operations. */
export function placeOfStep({ config, endsMs }: RunSteps, along: Along): (step: number) => number {
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
  }
}

/** Room for the whole epoch under way, or second: so the axis changes only when one ends. */
export function endOfAxis(steps: RunSteps, along: Along): number {
  if (along === 'time') return Math.ceil(steps.trainingMs / 1_000);
  const perEpoch = stepsPerEpoch(steps.config);
  const epochs = Math.max(1, Math.ceil(steps.endsMs.length / perEpoch));
  return placeOfStep(steps, along)(epochs * perEpoch - 1);
}

export function horizontalAxis(end: number, along: Along, label: string): ChartAxis {
  const format = along === 'flops' ? formatCompact : formatCount;
  return { label, scale: 'linear', format, ...linearTicks(end, TICK_COUNT) };
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
