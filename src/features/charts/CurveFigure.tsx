import { memo, useMemo } from 'react';
import type { Curve, Scale } from '../../curves/curve';
import { curveOf } from '../../curves/curve';
import type { RunSteps } from '../../curves/horizontalAxis';
import { endOfAxis, epochMarks, horizontalAxis, placeOfStep } from '../../curves/horizontalAxis';
import { accuracyAxis, lossAxis } from '../../curves/verticalAxis';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatDuration } from '../../lib/formatDuration';
import { seriesValues } from '../../lib/series';
import type { RunRecord } from '../../store/run';
import { LineChart } from '../../ui/LineChart';
import type { Words } from '../../words/words';
import { useWords } from '../../words/words';
import styles from './Charts.module.css';
import { CurveTable } from './CurveTable';
import type { ChartOptions } from './chartOptions';

interface CurveFigureProps {
  title: string;
  /** What will appear here, and what to do for it. */
  empty: string;
  /** What is drawn: one number for each step. */
  measure: 'losses' | 'accuracies';
  record: RunRecord;
  options: ChartOptions;
  scale: Scale;
  format: (value: number) => string;
  /** The same measure on the test images; null before they were looked at. */
  testValue: number | null;
}

/** One curve three times: in a sentence, as a chart, as a table. Renders only when its record changes. */
export const CurveFigure = memo(function CurveFigure(props: CurveFigureProps) {
  const { title, empty, measure, record, options, scale, format, testValue } = props;
  const words = useWords().charts;
  const { along } = options;
  const { config, trainingMs } = record;
  const steps: RunSteps = { config, trainingMs, endsMs: seriesValues(record.stepEndsMs) };
  const place = placeOfStep(steps, along);
  const curve = curveOf(seriesValues(record[measure]), place, options.smoothing, scale);

  // Each stays the same object while its numbers do; recharts is far faster then.
  const end = endOfAxis(steps, along);
  const xLabel = along === 'time' ? words.timeUnit : words[along];
  const x = useMemo(() => horizontalAxis(end, along, xLabel), [end, along, xLabel]);
  const [smallest, largest] = curve.range;
  const [axisOf, unit] =
    measure === 'losses' ? [lossAxis, words.lossUnit] : [accuracyAxis, words.accuracyUnit];
  const y = useMemo(() => axisOf(smallest, largest, scale, unit), [axisOf, smallest, largest, scale, unit]);

  const value = (number: number) => format(number) || words.notANumber;

  const describe = (step: number) => [
    `${words.step} ${formatCount(step + 1)} · ${formatDuration(steps.endsMs[step])}`,
    `${words.raw} ${value(curve.raw[step])}`,
    `${words.smoothed} ${value(curve.smoothed[step])}`,
  ];

  const isEmpty = curve.raw.length === 0;
  return (
    <figure className={styles.figure} aria-label={title}>
      <figcaption className={styles.caption}>
        <strong>{title}</strong>
        {!isEmpty && <span> {summary(words, curve, value)}</span>}
      </figcaption>
      <div className={styles.chart}>
        <LineChart
          rows={curve.rows}
          faint={curve.rawPoints}
          x={x}
          y={y}
          verticals={epochMarks(steps, along)}
          horizontal={
            testValue === null
              ? null
              : { value: testValue, label: fill(words.test, { value: format(testValue) }) }
          }
          crosses={curve.missing.map(place)}
          describe={describe}
        />
        {isEmpty && <p className={styles.empty}>{empty}</p>}
      </div>
      <div className={styles.table}>
        {!isEmpty && <CurveTable title={title} record={record} curve={curve} value={value} />}
      </div>
    </figure>
  );
});

/** Where the smoothed curve began and where it is, and whether something is missing of it. */
function summary(
  words: Words['charts'],
  { smoothed, missing }: Curve,
  value: (number: number) => string,
): string {
  const sentence = fill(words.summary, {
    first: value(smoothed[0]),
    last: value(smoothed.findLast(Number.isFinite) ?? NaN),
    steps: formatCount(smoothed.length),
  });
  if (missing.length === 0) return sentence;
  return `${sentence} ${fill(words.missing, { step: formatCount(missing[0] + 1) })}`;
}
