import { memo, useMemo } from 'react';
import { epochMarks } from '../../curves/horizontalAxis';
import { accuracyAxis } from '../../curves/verticalAxis';
import { formatCount } from '../../lib/formatCount';
import { formatPercent } from '../../lib/formatPercent';
import type { FollowedDigit } from '../../store/followed';
import { useApp, useFollowed } from '../../store/hooks';
import type { RunRecord } from '../../store/run';
import type { ChartLine, ChartRow } from '../../ui/LineChart';
import { LineChart } from '../../ui/LineChart';
import { useThrottled } from '../../ui/useThrottled';
import { problemSentence, useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Charts.module.css';
import { DigitTable } from './DigitTable';
import { FigurePlace } from './FigurePlace';
import { PinnedDigits } from './PinnedDigits';
import type { ChartOptions } from './chartOptions';
import { DRAWING_INTERVAL_MS } from './chartOptions';
import { digitCurves } from './digitCurves';
import { likeliestFirst, readingSentence } from './readingWords';
import { useRunAxis } from './useRunAxis';

/** Digits that the note beside the pointer names. */
const NOTED_DIGITS = 3;

const NO_ROWS: readonly ChartRow[] = [];
const NO_LINES: readonly ChartLine[] = [];

interface DigitFigureProps {
  title: string;
  /** What will appear here, and what to do for it. */
  empty: string;
  record: RunRecord;
  options: ChartOptions;
}

/** What was read in a drawing as training went on: ten probabilities in a sentence, as a chart, as a table. */
export const DigitFigure = memo(function DigitFigure(props: DigitFigureProps) {
  const isOpen = useApp((state) => state.lab !== null);
  return isOpen ? <FollowedFigure {...props} /> : <FigurePlace {...props} />;
});

function FollowedFigure({ record, ...props }: DigitFigureProps) {
  const shown = useFollowed((state) =>
    state.shown ? state.pinned.find(({ pixels }) => pixels === state.shown) : state.onPad,
  );
  // A run and its readings become newer in turn; together they are drawn once.
  const newest = useMemo(() => ({ record, readings: shown?.readings ?? [] }), [record, shown]);
  return <Drawn {...useThrottled(newest, DRAWING_INTERVAL_MS)} {...props} />;
}

interface DrawnProps extends DigitFigureProps {
  readings: FollowedDigit['readings'];
}

const Drawn = memo(function Drawn({ title, empty, record, options, readings }: DrawnProps) {
  const words = useWords().charts;
  const laterWords = useLaterWords();
  const { followed } = laterWords;
  const problem = useFollowed((state) => state.problem);
  const isEmpty = readings.length === 0;

  const { steps, along, place, x } = useRunAxis(record, options.along);
  const y = useMemo(() => accuracyAxis(0, 1, 'linear', followed.unit), [followed.unit]);
  const curves = isEmpty ? null : digitCurves(readings, place);

  const describe = (id: number) => [
    `${words.step} ${formatCount(readings[id].step)}`,
    ...likeliestFirst(readings[id].probabilities)
      .slice(0, NOTED_DIGITS)
      .map((digit) => `${digit}: ${formatPercent(readings[id].probabilities[digit])}`),
  ];

  return (
    <figure className={styles.figure} aria-label={title}>
      <figcaption className={styles.caption}>
        <strong>{title}</strong>
        {!isEmpty && <span> {readingSentence(followed, readings)}</span>}
        {problem && <span> {problemSentence(laterWords, problem)}</span>}
      </figcaption>
      <div className={styles.chart}>
        <LineChart
          rows={curves?.rows ?? NO_ROWS}
          lines={curves?.lines ?? NO_LINES}
          x={x}
          y={y}
          verticals={epochMarks(steps, along)}
          horizontal={null}
          crosses={[]}
          describe={describe}
        />
        {isEmpty && <p className={styles.empty}>{empty}</p>}
      </div>
      <PinnedDigits />
      <div className={styles.table}>{!isEmpty && <DigitTable title={title} readings={readings} />}</div>
    </figure>
  );
});
