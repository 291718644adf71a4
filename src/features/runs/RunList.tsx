import type { ReactNode } from 'react';
import { useId, useMemo, useState } from 'react';
import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import type { LabActions, Verification } from '../../store/labState';
import type { Language } from '../../store/shareLink';
import { Button } from '../../ui/Button';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './RunList.module.css';
import { RunRow } from './RunRow';
import type { Selection } from './selection';
import type { StoredRun } from './storedRun';
import { nameOf } from './storedRun';
import { useNow } from './useNow';

/** More are seldom looked for; they can be asked for. */
const FEW_ROWS = 20;
const NOW_INTERVAL_MS = 60_000;

interface RunListProps {
  runs: readonly StoredRun[];
  selection: Selection;
  onSelect: (key: string, isWanted: boolean) => void;
  verification: Verification | null;
  /** The run that is training; null while none is. */
  underWay: string | null;
  isIdle: boolean;
  actions: LabActions;
  /** Is told after a run was deleted. */
  onDelete: (key: string) => void;
  language: Language;
  renderExport: ((run: StoredRun) => ReactNode) | undefined;
}

/** One row a run, newest first; where there is no room for rows, one paragraph a run. */
export function RunList(props: RunListProps) {
  const { runs, selection, onSelect, verification, underWay, isIdle, onDelete, language, renderExport } =
    props;
  const words = useWords();
  const { runs: later } = useLaterWords();
  const [showsAll, setShowsAll] = useState(false);
  const busyId = useId();
  const now = useNow(NOW_INTERVAL_MS);

  // These functions stay the same, the object they come in may not; and a row is drawn again only when it changes.
  const { renameRun, deleteRun, rerun, continueRun, verifyRun } = props.actions;
  const rowActions = useMemo(() => {
    const deleteHere = (key: string) => {
      deleteRun(key);
      onDelete(key);
    };
    return { renameRun, deleteRun: deleteHere, rerun, continueRun, verifyRun };
  }, [renameRun, deleteRun, onDelete, rerun, continueRun, verifyRun]);

  function parentName({ parent }: StoredRun): string {
    const run = parent && runs.find(({ key }) => key === parent.key);
    return run ? nameOf(run, words) : later.deletedRun;
  }

  const { compare, ...columns } = later.columns;
  // Roles are spelt out, because browsers forget them when a table is not drawn as one.
  return (
    <div className={styles.list}>
      <p id={busyId} className={styles.busy}>
        {!isIdle && later.busy}
      </p>
      <table role="table" aria-label={later.list} className={styles.table}>
        <thead role="rowgroup" className={styles.head}>
          <tr role="row">
            <th role="columnheader" scope="col">
              <span className="visuallyHidden">{compare}</span>
            </th>
            {Object.entries(columns).map(([column, heading]) => (
              <th key={column} role="columnheader" scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {(showsAll ? runs : runs.slice(0, FEW_ROWS)).map((run) => (
            <RunRow
              key={run.key}
              run={run}
              line={selection.indexOf(run.key)}
              onSelect={onSelect}
              parentName={run.parent ? parentName(run) : null}
              verification={verification?.key === run.key ? verification : null}
              isUnderWay={run.key === underWay}
              isIdle={isIdle}
              busyId={busyId}
              actions={rowActions}
              now={now}
              language={language}
              renderExport={renderExport}
            />
          ))}
        </tbody>
      </table>
      {runs.length > FEW_ROWS && (
        <p>
          <Button aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
            {showsAll
              ? fill(later.showFewer, { count: FEW_ROWS })
              : fill(later.showAll, { count: formatCount(runs.length) })}
          </Button>
        </p>
      )}
      {runs.some(({ computedBy }) => computedBy) && <p className={styles.note}>{later.costNote}</p>}
    </div>
  );
}
