import type { ReactNode } from 'react';
import { memo } from 'react';
import { fill } from '../../lib/fill';
import { formatAgo } from '../../lib/formatAgo';
import { formatCount } from '../../lib/formatCount';
import { formatDuration } from '../../lib/formatDuration';
import type { Verification } from '../../store/labState';
import type { Language } from '../../store/shareLink';
import { totalSteps } from '../../training/config';
import { LineSwatch } from '../../ui/LineSwatch';
import { lineLooks } from '../../ui/lineLooks';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import { CostLine } from './CostLine';
import type { RowActions } from './RunActions';
import { RunActions } from './RunActions';
import styles from './RunList.module.css';
import { RunName } from './RunName';
import { RunResult } from './RunResult';
import { VerificationSentence } from './VerificationSentence';
import { settingsLine } from './settingWords';
import type { StoredRun } from './storedRun';
import { nameOf } from './storedRun';

interface RunRowProps {
  run: StoredRun;
  /** Its line in the chart of compared runs; −1 where it is not among them. */
  line: number;
  onSelect: (key: string, isWanted: boolean) => void;
  /** What the run is called that this one branched off; null where it began at step 0. */
  parentName: string | null;
  verification: Verification | null;
  isUnderWay: boolean;
  isIdle: boolean;
  /** The element that says why some actions have to wait. */
  busyId: string;
  actions: RowActions;
  /** Milliseconds since 1970. */
  now: number;
  language: Language;
  renderExport: ((run: StoredRun) => ReactNode) | undefined;
}

/** One run: what it was, how far it came, and what can be done with it. */
export const RunRow = memo(function RunRow(props: RunRowProps) {
  const { run, line, onSelect, parentName, verification, isUnderWay, now, language, renderExport } = props;
  const words = useWords();
  const later = useLaterWords();
  const { runs } = later;
  const { key, config, parent, computedBy, startedAt } = run;
  const name = nameOf(run, words);
  const exactTime = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeStyle: 'medium' });

  return (
    <tr role="row" className={styles.row}>
      <td role="cell" className={styles.compare}>
        <input
          type="checkbox"
          className={styles.checkbox}
          aria-label={fill(runs.compareRun, { run: name })}
          checked={line >= 0}
          onChange={(event) => onSelect(key, event.target.checked)}
        />
        {line >= 0 && <LineSwatch {...lineLooks[line]} />}
      </td>
      <th role="rowheader" scope="row" className={styles.name}>
        <RunName run={run} onRename={props.actions.renameRun} />
        <p className={styles.detail}>{settingsLine(words, later, config)}</p>
        {parent && parentName !== null && (
          <p className={styles.detail}>
            {fill(runs.branch, { run: parentName, step: formatCount(parent.step) })}
          </p>
        )}
        {verification && <VerificationSentence verification={verification} />}
      </th>
      <td role="cell" className={styles.started}>
        <time dateTime={new Date(startedAt).toISOString()} title={exactTime.format(startedAt)}>
          {formatAgo(startedAt, now, language)}
        </time>
        <p className={styles.detail}>
          {computedBy ? `${words.engines[computedBy.name]} · ${computedBy.device}` : runs.notComputed}
        </p>
      </td>
      <td role="cell" className={styles.progress}>
        {isUnderWay ? runs.underWay : runs.status[run.status]} · {formatDuration(run.trainingMs)}
        <p className={styles.detail}>
          {fill(runs.steps, { done: formatCount(run.step), total: formatCount(totalSteps(config)) })}
        </p>
        <CostLine run={run} />
      </td>
      <td role="cell" className={styles.result}>
        <RunResult run={run} />
      </td>
      <td role="cell" className={styles.actionsCell}>
        <div className={styles.actions}>
          <RunActions
            run={run}
            name={name}
            isUnderWay={isUnderWay}
            isIdle={props.isIdle}
            busyId={props.busyId}
            actions={props.actions}
            language={language}
          />
          {renderExport?.(run)}
        </div>
      </td>
    </tr>
  );
});
