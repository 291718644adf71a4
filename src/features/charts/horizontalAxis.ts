import { linearTicks } from '../../lib/axisTicks';
import { formatCount } from '../../lib/formatCount';
import { seriesValues } from '../../lib/series';
import type { RunRecord } from '../../store/run';
import { stepsPerEpoch } from '../../training/config';
import type { ChartAxis } from '../../ui/LineChart';
import type { Words } from '../../words/words';
import type { ChartOptions } from './chartOptions';

const TICK_COUNT = 5;
/** Epochs of a long run are marked only as densely as they can still be told apart. */
const MAX_EPOCH_MARKS = 20;

type Along = ChartOptions['along'];

/** Where the end of a step (counted from 0) is on the axis: in steps, epochs or seconds. */
export function placeOfStep(record: RunRecord, along: Along): (step: number) => number {
  switch (along) {
    case 'step':
      return (step) => step + 1;
    case 'epoch': {
      const perEpoch = stepsPerEpoch(record.config);
      return (step) => (step + 1) / perEpoch;
    }
    case 'time': {
      const endsMs = seriesValues(record.stepEndsMs);
      return (step) => endsMs[step] / 1_000;
    }
  }
}

/** Room for the whole epoch under way, or second: so the axis changes only when one ends. */
export function endOfAxis(record: RunRecord, along: Along): number {
  if (along === 'time') return Math.ceil(record.trainingMs / 1_000);
  const perEpoch = stepsPerEpoch(record.config);
  const epochs = Math.max(1, Math.ceil(record.losses.length / perEpoch));
  return along === 'epoch' ? epochs : epochs * perEpoch;
}

export function horizontalAxis(end: number, along: Along, words: Words['charts']): ChartAxis {
  const label = along === 'time' ? words.timeUnit : words[along];
  return { label, scale: 'linear', format: formatCount, ...linearTicks(end, TICK_COUNT) };
}

/** Where epochs ended. */
export function epochMarks(record: RunRecord, along: Along): number[] {
  const perEpoch = stepsPerEpoch(record.config);
  const endedEpochs = Math.floor(record.losses.length / perEpoch);
  const stride = Math.ceil(endedEpochs / MAX_EPOCH_MARKS) || 1;
  const place = placeOfStep(record, along);
  const count = Math.floor(endedEpochs / stride);
  return Array.from({ length: count }, (_, index) => place((index + 1) * stride * perEpoch - 1));
}
