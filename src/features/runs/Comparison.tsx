import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { fill } from '../../lib/fill';
import type { LabActions } from '../../store/labState';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { ChartExport } from './ChartExport';
import styles from './Comparison.module.css';
import { wattsOf } from './costOf';
import { DifferencesTable } from './DifferencesTable';
import { EnergyNote } from './EnergyNote';
import { FiguresTable } from './FiguresTable';
import { Legend } from './Legend';
import { OverlayFigure } from './OverlayFigure';
import { OverlayToolbar } from './OverlayToolbar';
import type { OverlayOptions, SelectedRun } from './overlay';
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
  actions: Pick<LabActions, 'historyOf' | 'reportProblem'>;
}

/** The curves of several runs in one chart, and what differs between these runs. */
export function Comparison({ runs, selection, onSelect, actions }: ComparisonProps) {
  const words = useWords();
  const { compare } = useLaterWords().runs;
  const chart = useRef<HTMLDivElement>(null);
  const [chosen, setOptions] = useState(initialOverlayOptions);

  const selected = useMemo(() => selectedRuns(runs, selection), [runs, selection]);
  const offersEnergy = selected.some(({ run }) => wattsOf(run) !== null);
  const options = useMemo(() => withoutEnergy(chosen, offersEnergy), [chosen, offersEnergy]);
  // The slider follows the finger first; the chart follows the slider.
  const shownOptions = useDeferredValue(options);
  const histories = useHistories(selected, actions.historyOf);
  const overlaid = useMemo(
    () =>
      selected.flatMap(({ run, line }) => {
        const history = histories.get(run.key);
        return history ? [{ run, line, history, watts: wattsOf(run) }] : [];
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
  const sentences = summarySentences(summarised, shownOptions.measure, words, compare);
  const without = selected.filter(({ run }) => histories.get(run.key) === null);
  return (
    <section className={styles.comparison} aria-label={compare.title}>
      <h3 className={styles.heading}>{compare.title}</h3>
      <OverlayToolbar options={options} offersEnergy={offersEnergy} onChange={setOptions} />
      <div className={styles.overlay}>
        <OverlayFigure overlaid={overlaid} options={shownOptions} sentences={sentences} chart={chart} />
        <div className={styles.aside}>
          <Legend selected={selected} onSelect={onSelect} />
          <ChartExport
            chart={chart}
            drawn={overlaid}
            measure={shownOptions.measure}
            summary={sentences}
            onProblem={actions.reportProblem}
          />
          {shownOptions.along === 'energy' && <EnergyNote selected={selected} />}
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

/** Along time, where energy is not known of any run: they differ by a factor alone. */
function withoutEnergy(options: OverlayOptions, offersEnergy: boolean): OverlayOptions {
  return options.along === 'energy' && !offersEnergy ? { ...options, along: 'time' } : options;
}

function selectedRuns(runs: readonly StoredRun[], selection: Selection): SelectedRun[] {
  return selection.flatMap((key, line) => {
    const run = runs.find((each) => each.key === key);
    return run ? [{ run, line }] : [];
  });
}
