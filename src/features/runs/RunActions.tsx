import type { ComponentProps } from 'react';
import { fill } from '../../lib/fill';
import type { LabActions } from '../../store/labState';
import type { Language } from '../../store/shareLink';
import { formatShareLink } from '../../store/shareLink';
import { Button } from '../../ui/Button';
import { useLaterWords } from '../../words/laterWords';
import styles from './RunList.module.css';
import type { StoredRun } from './storedRun';
import { canContinue } from './storedRun';

export type RowActions = Pick<LabActions, 'renameRun' | 'deleteRun' | 'rerun' | 'continueRun' | 'verifyRun'>;

interface RunActionsProps {
  run: StoredRun;
  name: string;
  isUnderWay: boolean;
  isIdle: boolean;
  /** The element that says why some actions have to wait. */
  busyId: string;
  actions: RowActions;
  language: Language;
}

/** What can be done with a run. Whatever trains waits until no run is under way. */
export function RunActions({ run, name, isUnderWay, isIdle, busyId, actions, language }: RunActionsProps) {
  const { runs } = useLaterWords();
  const { key } = run;
  // The same words stand in every row; read out of its row, a button says which one it means.
  const label = (action: string) => fill(runs.actionOn, { action, run: name });
  const training = (action: string, start: (key: string) => void): ComponentProps<typeof Button> => ({
    look: 'link',
    inactive: !isIdle,
    'aria-label': label(action),
    'aria-describedby': isIdle ? undefined : busyId,
    onClick: () => start(key),
    children: action,
  });

  return (
    <>
      {canContinue(run) && !isUnderWay && <Button {...training(runs.continue, actions.continueRun)} />}
      <Button {...training(runs.rerun, actions.rerun)} />
      {run.status === 'done' && <Button {...training(runs.verify, actions.verifyRun)} />}
      <a className={styles.link} href={formatShareLink(run.config, language)} aria-label={label(runs.link)}>
        {runs.link}
      </a>
      <Button
        look="link"
        inactive={isUnderWay}
        aria-label={label(runs.delete)}
        aria-describedby={isUnderWay ? busyId : undefined}
        onClick={() => actions.deleteRun(key)}
      >
        {runs.delete}
      </Button>
    </>
  );
}
