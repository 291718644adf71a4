import { memo, useMemo } from 'react';
import type { Scale } from '../../curves/curve';
import { curveOf } from '../../curves/curve';
import { heldOutCurve } from '../../curves/heldOut';
import { epochMarks } from '../../curves/horizontalAxis';
import { accuracyAxis, lossAxis } from '../../curves/verticalAxis';
import { curveSentence } from '../../lib/curveSentence';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatDuration } from '../../lib/formatDuration';
import { heldOutSentence } from '../../lib/heldOutSentence';
import { seriesValues } from '../../lib/series';
import type { RunRecord } from '../../store/run';
import { LineChart } from '../../ui/LineChart';
import { rawLook, smoothedLook } from '../../ui/lineLooks';
import { MarkSwatch } from '../../ui/MarkSwatch';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Charts.module.css';
import { CurveTable } from './CurveTable';
import heldOutStyles from './HeldOut.module.css';
import type { ChartOptions } from './chartOptions';
import { heldOutNote, placeFormat } from './curveWords';
import { rateEvents, setbackStepOf, turnSentences } from './turns';
import { useRunAxis } from './useRunAxis';

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
  const { curves } = useLaterWords();
  const { config, validations } = record;
  const { steps, along, place, x } = useRunAxis(record, options.along);
  const isEmpty = steps.endsMs.length === 0;
  const curve = curveOf(seriesValues(record[measure]), place, options.smoothing, scale);
  const heldOut = heldOutCurve(validations, measure === 'losses' ? 'loss' : 'accuracy', place, scale);

  // Stays the same object while its numbers do; recharts is far faster then.
  const heights = heldOut.points.map(({ y }) => y);
  const smallest = Math.min(curve.range[0], ...heights);
  const largest = Math.max(curve.range[1], ...heights);
  const [axisOf, unit] =
    measure === 'losses' ? [lossAxis, words.lossUnit] : [accuracyAxis, words.accuracyUnit];
  const y = useMemo(() => axisOf(smallest, largest, scale, unit), [axisOf, smallest, largest, scale, unit]);

  const value = (number: number) => format(number) || words.notANumber;
  const placeText = placeFormat(along);

  const describe = (step: number) => [
    [
      `${words.step} ${formatCount(step + 1)}`,
      formatDuration(steps.endsMs[step]),
      ...(placeText ? [placeText(place(step))] : []),
    ].join(' · '),
    `${words.raw} ${value(curve.raw[step])}`,
    `${words.smoothed} ${value(curve.smoothed[step])}`,
    ...heldOutNote(curves, heldOut, step, value),
  ];

  const turns = turnSentences(curves, record);
  const setbackStep = setbackStepOf(record, along);
  const hasHeldOut = config.validationCount > 0;
  const heldOutText = heldOutSentence(
    curves,
    heldOut.values.map((validation) => validation.value),
    value,
  );
  return (
    <figure className={styles.figure} aria-label={title}>
      <figcaption className={`${styles.caption} ${hasHeldOut ? heldOutStyles.caption : ''}`}>
        <strong>{title}</strong>
        {!isEmpty && <span> {curveSentence(words, curve.smoothed, curve.missing, value)}</span>}
        {turns.length > 0 && <span> {turns.join(' ')}</span>}
        {heldOutText && (
          <>
            {' '}
            <span className={heldOutStyles.sentence}>
              <MarkSwatch />
              {heldOutText}
            </span>
          </>
        )}
      </figcaption>
      <div className={`${styles.chart} ${hasHeldOut ? heldOutStyles.chart : ''}`}>
        <LineChart
          rows={curve.rows}
          lines={[
            { ...rawLook, points: curve.rawPoints },
            { ...smoothedLook, points: curve.rows },
          ]}
          marked={heldOut.points}
          x={x}
          y={y}
          verticals={epochMarks(steps, along)}
          events={rateEvents(steps, place)}
          horizontal={
            testValue === null
              ? null
              : { value: testValue, label: fill(words.test, { value: format(testValue) }) }
          }
          crosses={[...curve.missing, ...heldOut.missing, ...(setbackStep === null ? [] : [setbackStep])].map(
            place,
          )}
          describe={describe}
        />
        {isEmpty && <p className={styles.empty}>{empty}</p>}
      </div>
      <div className={styles.table}>
        {!isEmpty && (
          <CurveTable
            title={title}
            steps={steps}
            curve={curve}
            heldOut={heldOut}
            place={placeText && { heading: words[along], text: (step) => placeText(place(step)) }}
            value={value}
          />
        )}
      </div>
    </figure>
  );
});
