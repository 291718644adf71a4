import type { Ref } from 'react';
import { memo, useMemo } from 'react';
import { horizontalAxis } from '../../curves/horizontalAxis';
import { LineChart } from '../../ui/LineChart';
import type { ChartRow } from '../../ui/LineChart';
import { lineLooks } from '../../ui/lineLooks';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Comparison.module.css';
import type { OverlaidRun, OverlayOptions } from './overlay';
import { overlayOf } from './overlay';
import { alongWords, measureWords, noteAt } from './overlayWords';

/** Places of the horizontal axis that can be pointed at. */
const POINTED_PLACES = 160;

/** Six of them lie over each other. */
const RAW_OPACITY = 0.14;

interface OverlayFigureProps {
  overlaid: readonly OverlaidRun[];
  options: OverlayOptions;
  /** The chart in words. */
  sentences: string;
  /** The box that the chart fills. */
  chart: Ref<HTMLDivElement>;
}

/** Several curves in a sentence and in a chart; the tables beside it have the figures. Renders only when these change. */
export const OverlayFigure = memo(function OverlayFigure(props: OverlayFigureProps) {
  const { overlaid, options, sentences, chart } = props;
  const { charts } = useWords();
  const later = useLaterWords();
  const { compare } = later.runs;
  const { measure, along } = options;
  // An accuracy is shown from 0 to 100 %.
  const scale = measure === 'accuracies' ? 'linear' : options.scale;
  const overlay = useMemo(() => overlayOf(overlaid, { ...options, scale }), [overlaid, options, scale]);
  const { curves, end, range, crosses } = overlay;

  const { title, unit, axisOf, format } = measureWords(measure, charts, compare);
  const { label } = alongWords(along, charts, later.curves);
  const x = useMemo(() => horizontalAxis(end, along, label), [end, along, label]);
  const [smallest, largest] = range;
  const y = useMemo(() => axisOf(smallest, largest, scale, unit), [axisOf, smallest, largest, scale, unit]);

  const lines = useMemo(
    () => [
      ...curves.map(({ curve, line }) => ({
        ...lineLooks[line],
        dash: '',
        width: 1,
        opacity: RAW_OPACITY,
        points: curve.rawPoints,
      })),
      ...curves.map(({ curve, line }) => ({ ...lineLooks[line], width: 2, opacity: 1, points: curve.rows })),
    ],
    [curves],
  );
  const foot = y.domain[0];
  const rows = useMemo<ChartRow[]>(
    () =>
      Array.from({ length: curves.length > 0 ? POINTED_PLACES : 0 }, (_, id) => ({
        id,
        x: (end * (id + 1)) / POINTED_PLACES,
        y: foot,
      })),
    [curves, end, foot],
  );

  return (
    <figure className={styles.figure} aria-label={`${compare.title}: ${title}`}>
      <figcaption>
        <strong>{title}</strong> <span className={styles.note}>{sentences}</span>
      </figcaption>
      <div ref={chart} className={styles.chart}>
        <LineChart
          rows={rows}
          lines={lines}
          x={x}
          y={y}
          verticals={along === 'epoch' ? x.ticks : []}
          horizontal={null}
          crosses={crosses}
          describe={(id) => noteAt(overlay, rows[id].x, along, format, charts, later)}
        />
      </div>
    </figure>
  );
});
