import { useDeferredValue, useMemo, useState } from 'react';
import { fill } from '../../lib/fill';
import type { LabActions } from '../../store/labState';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './Comparison.module.css';
import { DifferencesTable } from './DifferencesTable';
import { FiguresTable } from './FiguresTable';
import { Legend } from './Legend';
import { OverlayFigure } from './OverlayFigure';
import { OverlayToolbar } from './OverlayToolbar';
import type { SelectedRun } from './overlay';
import { initialOverlayOptions } from './overlay';
import { summarySentences } from './overlayWords';
import { runSummary } from './runSummary';
import type { Selection } from './selection';
import type { StoredRun } from './storedRun';
import { nameOf } from './storedRun';
import { useHistories } from './useHistories';

interface ComparisonProps {
  runs: readonly StoredRun[];
  selection: Selection;
  onSelect: (key: string, isWanted: boolean) => void;
  historyOf: LabActions['historyOf'];
}

/** The curves of several runs in one chart, and what differs between these runs. */
export function Comparison({ runs, selection, onSelect, historyOf }: ComparisonProps) {
  const words = useWords();
  const { compare } = useLaterWords().runs;
  const [options, setOptions] = useState(initialOverlayOptions);
  // The slider follows the finger first; the chart follows the slider.
  const shownOptions = useDeferredValue(options);

  const selected = useMemo(() => selectedRuns(runs, selection), [runs, selection]);
  const histories = useHistories(selected, historyOf);
  const overlaid = useMemo(
    () =>
      selected.flatMap(({ run, line }) => {
        const history = histories.get(run.key);
        return history ? [{ run, line, history }] : [];
      }),
    [selected, histories],
  );

  const { smoothing } = shownOptions;
  const summarised = useMemo(
    () =>
      overlaid.map(({ run, line, history }) => ({
        run,
        line,
        ...runSummary(run.config, history, smoothing),
      })),
    [overlaid, smoothing],
  );

  if (selected.length === 0) {
    return (
      <section className={styles.comparison} aria-label={compare.title}>
        <h3 className={styles.heading}>{compare.title}</h3>
        <p>{fill(compare.empty, { count: selection.length })}</p>
      </section>
    );
  }

  const isReading = selected.some(({ run }) => !histories.has(run.key));
  const without = selected.filter(({ run }) => histories.get(run.key) === null);
  return (
    <section className={styles.comparison} aria-label={compare.title}>
      <h3 className={styles.heading}>{compare.title}</h3>
      <OverlayToolbar options={options} onChange={setOptions} />
      <div className={styles.overlay}>
        <OverlayFigure
          overlaid={overlaid}
          options={shownOptions}
          sentences={summarySentences(summarised, shownOptions.measure, words, compare)}
        />
        <div className={styles.aside}>
          <Legend selected={selected} onSelect={onSelect} />
          <p role="status" className={styles.note}>
            {isReading && compare.loading}
            {without.map(({ run }) => fill(compare.noCurve, { run: nameOf(run, words) })).join(' ')}
          </p>
        </div>
      </div>
      <div className={styles.tables}>
        <FiguresTable runs={summarised} />
        <DifferencesTable selected={selected} />
      </div>
    </section>
  );
}

function selectedRuns(runs: readonly StoredRun[], selection: Selection): SelectedRun[] {
  return selection.flatMap((key, line) => {
    const run = runs.find((each) => each.key === key);
    return run ? [{ run, line }] : [];
  });
}
