import type { ReactNode } from 'react';
import { Suspense, lazy, useState } from 'react';
import { fill } from '../../lib/fill';
import type { LabActions, LabState } from '../../store/labState';
import type { Language } from '../../store/shareLink';
import type { TrainingConfig } from '../../training/config';
import { Button } from '../../ui/Button';
import { Section } from '../../ui/Section';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { RunList } from './RunList';
import styles from './RunsPanel.module.css';
import { SameStart } from './SameStart';
import { Storage } from './Storage';
import type { StoredRun } from './storedRun';
import { nameOf } from './storedRun';
import { useSelection } from './useSelection';

/** It brings the charting library with it. */
const Comparison = lazy(async () => ({ default: (await import('./Comparison')).Comparison }));

interface RunsPanelProps {
  lab: LabState;
  actions: LabActions;
  /** The settings chosen on the page. */
  config: TrainingConfig;
  language: Language;
  /** No run is under way. */
  isIdle: boolean;
  /** What offers a run's files; every row is drawn again when this is another function. */
  renderExport?: ((run: StoredRun) => ReactNode) | undefined;
}

/** Every run kept on this device: listed, compared, repeated, continued. */
export function RunsPanel({ lab, actions, config, language, isIdle, renderExport }: RunsPanelProps) {
  const words = useWords();
  const { runs: later } = useLaterWords();
  const { runs, deleted } = lab;
  const { selection, isRefused, select } = useSelection(runs);
  const [deletedHere, setDeletedHere] = useState<string | null>(null);
  const hasRuns = runs !== null && runs.length > 0;

  return (
    <Section title={later.title}>
      <div className={styles.panel}>
        {!hasRuns && <p>{runs ? later.empty : later.reading}</p>}
        {hasRuns && (
          <RunList
            runs={runs}
            selection={selection}
            onSelect={select}
            verification={lab.verification}
            underWay={isIdle ? null : lab.currentKey}
            isIdle={isIdle}
            actions={actions}
            onDelete={setDeletedHere}
            language={language}
            renderExport={renderExport}
          />
        )}
        <div role="status" className={styles.notices}>
          {isRefused && <p>{fill(later.tooMany, { count: selection.length })}</p>}
          {deleted && (
            <p className={styles.deleted}>
              {fill(later.deleted, { run: nameOf(deleted, words) })}
              {/* The button that was pressed is gone with its row. */}
              <Button key={deleted.key} autoFocus={deleted.key === deletedHere} onClick={actions.undoDelete}>
                {later.undo}
              </Button>
            </p>
          )}
        </div>
        {hasRuns && (
          <Suspense fallback={<p>{later.compare.loading}</p>}>
            <Comparison runs={runs} selection={selection} onSelect={select} actions={actions} />
          </Suspense>
        )}
        <div className={styles.foot}>
          <SameStart config={config} isIdle={isIdle} onTrain={actions.trainInTurn} />
          <Storage storage={lab.storage} onChange={actions.setBudget} />
        </div>
      </div>
    </Section>
  );
}
