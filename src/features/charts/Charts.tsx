import { useDeferredValue, useMemo, useState } from 'react';
import { formatAccuracy } from '../../lib/formatAccuracy';
import { formatLoss } from '../../lib/formatLoss';
import { useApp } from '../../store/hooks';
import { emptyRecord } from '../../store/run';
import { useDelayed } from '../../ui/useDelayed';
import { useThrottled } from '../../ui/useThrottled';
import { useWords } from '../../words/words';
import { ChartToolbar } from './ChartToolbar';
import styles from './Charts.module.css';
import { DRAWING_INTERVAL_MS, initialChartOptions } from './chartOptions';
import { LazyCurveFigure, LazyDigitFigure } from './LazyFigures';

/** How the loss falls, the share of right answers rises, and the visitor's own digit is learned. */
export function Charts() {
  const { panels, charts } = useWords();
  const config = useApp((state) => state.config);
  const newest = useApp(({ run }) => (run.status === 'idle' ? null : run.record));
  const drawn = useThrottled(newest, DRAWING_INTERVAL_MS);
  // The charts take turns, so that none has to wait for the others.
  const drawnSecond = useDelayed(drawn, DRAWING_INTERVAL_MS / 2);
  // Before a run there are the axes it will be drawn on: they take longest, and training has not begun.
  const blank = useMemo(() => emptyRecord(0, config), [config]);
  const result = useApp(({ run }) => (run.status === 'done' ? run.result : null));
  const [options, setOptions] = useState(initialChartOptions);
  // The slider follows the finger first; the charts follow the slider.
  const shownOptions = useDeferredValue(options);

  return (
    <section className={styles.charts} aria-label={panels.learning}>
      <ChartToolbar options={options} onChange={setOptions} />
      <LazyCurveFigure
        measure="losses"
        record={(newest && drawn) ?? blank}
        title={charts.loss}
        empty={charts.lossEmpty}
        options={shownOptions}
        scale={shownOptions.lossScale}
        format={formatLoss}
        testValue={result?.loss ?? null}
      />
      <LazyCurveFigure
        measure="accuracies"
        record={(newest && drawnSecond) ?? blank}
        title={charts.accuracy}
        empty={charts.accuracyEmpty}
        options={shownOptions}
        scale="linear"
        format={formatAccuracy}
        testValue={result?.accuracy ?? null}
      />
      <LazyDigitFigure
        record={(newest && drawnSecond) ?? blank}
        title={charts.digit}
        empty={charts.digitEmpty}
        options={shownOptions}
      />
    </section>
  );
}
