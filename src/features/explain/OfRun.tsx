import { useMemo } from 'react';
import { useApp } from '../../store/hooks';
import { useLaterWords } from '../../words/laterWords';
import { Explained } from './Explained';
import styles from './Explain.module.css';
import type { Wish } from './wish';

interface OfRunProps {
  wish: Wish;
  onWish: (wish: Wish) => void;
}

/** By the weights that the run on the page has now. */
export function OfRun({ wish, onWish }: OfRunProps) {
  const words = useLaterWords().explain;
  const status = useApp(({ run }) => run.status);
  const runId = useApp(({ run }) => (run.status === 'idle' ? null : run.record.runId));
  const preset = useApp(({ run }) => (run.status === 'idle' ? null : run.record.config.preset));
  const weights = useMemo(
    () => (status === 'preparing' ? null : { by: 'run' as const, key: String(runId) }),
    [status, runId],
  );
  if (!preset || status === 'failed') return <p className={styles.muted}>{words.noRun}</p>;
  return <Explained preset={preset} weights={weights} wish={wish} onWish={onWish} />;
}
