import { curveSentence } from '../lib/curveSentence';
import { evenlySpaced } from '../lib/evenlySpaced';
import { formatAccuracy } from '../lib/formatAccuracy';
import { formatLoss } from '../lib/formatLoss';
import { formatPercent } from '../lib/formatPercent';
import { formatShort } from '../lib/formatShort';
import { heldOutSentence } from '../lib/heldOutSentence';
import { minMaxBuckets } from '../lib/minMaxBuckets';
import { movingAverage } from '../lib/movingAverage';
import type { History, Validation } from '../training/checkpoint';
import type { TrainingConfig } from '../training/config';
import { stepsPerEpoch } from '../training/config';
import { runningAccuracy } from '../training/runningAccuracy';
import type { ChartText } from './chartSvg';
import type { CurveDrawing } from './curveSvg';
import { curveSvg } from './curveSvg';

type Names<Name extends string> = Readonly<Record<Name, string>>;

/** Words of the curves in a report; the page's tables have these keys. */
export interface CurveWords {
  readonly charts: Names<
    'loss' | 'lossUnit' | 'accuracy' | 'accuracyUnit' | 'step' | 'summary' | 'missing' | 'notANumber'
  >;
  readonly curves: Names<'heldOutOnce' | 'heldOutSince'>;
}

/** An average over about this part of a run shows its course, and is short beside it. */
const AVERAGED_PART = 0.01;
/** More ends of epochs than this would be a grey plane. */
const MAX_EPOCH_MARKS = 20;

/** Loss and accuracy of a run in a sentence and a drawing each; nothing of a run that has no step. */
export function runCurves(
  config: TrainingConfig,
  { losses, correct }: History,
  validations: readonly Validation[],
  words: CurveWords,
): (ChartText & { readonly svg: string })[] {
  const { length } = losses;
  if (length === 0) return [];
  const { charts } = words;
  const smoothing = Math.max(0, 1 - 1 / (AVERAGED_PART * length));
  const perEpoch = stepsPerEpoch(config);
  const ended = Array.from({ length: Math.floor(length / perEpoch) }, (_, epoch) => perEpoch * (epoch + 1));
  const shared = {
    epochEnds: evenlySpaced(ended.length, MAX_EPOCH_MARKS).map((index) => ended[index]),
    stepLabel: charts.step,
  };

  function drawn(
    raw: Float32Array,
    measure: 'loss' | 'accuracy',
    say: (value: number) => string,
    look: Pick<CurveDrawing, 'title' | 'unit' | 'top' | 'format'>,
  ) {
    const value = (number: number) => say(number) || charts.notANumber;
    const smoothed = movingAverage(raw, smoothing);
    const { missing } = minMaxBuckets(raw, raw.length);
    const marks = validations.map((validation) => ({ step: validation.step, value: validation[measure] }));
    const values = marks.map((mark) => mark.value);
    const summary = [
      curveSentence(charts, smoothed, missing, value),
      heldOutSentence(words.curves, values, value),
    ]
      .filter(Boolean)
      .join(' ');
    const { title } = look;
    return { title, summary, svg: curveSvg({ ...shared, ...look, summary, raw, smoothed, marks }) };
  }

  return [
    drawn(losses, 'loss', formatLoss, {
      title: charts.loss,
      unit: charts.lossUnit,
      top: null,
      format: formatShort,
    }),
    drawn(runningAccuracy(config, correct).accuracies, 'accuracy', formatAccuracy, {
      title: charts.accuracy,
      unit: charts.accuracyUnit,
      top: 1,
      format: formatPercent,
    }),
  ];
}
