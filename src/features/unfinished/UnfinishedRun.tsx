import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { useLab } from '../../store/hooks';
import { totalSteps } from '../../training/config';
import { Button } from '../../ui/Button';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './UnfinishedRun.module.css';

/** Offers to go on with a run that a reload, a crash or a closed tab has cut short. Over the page, so that nothing moves. */
export function UnfinishedRun() {
  const { presets } = useWords();
  const { unfinished: words } = useLaterWords();
  const run = useLab((state) => state.unfinished);
  const { continueRun, dismissUnfinished } = useLab((state) => state);
  if (!run) return null;
  return (
    <aside className={styles.offer} aria-label={words.label}>
      <p role="status">
        {fill(words.sentence, {
          name: run.name || presets[run.config.preset],
          step: formatCount(run.step),
          steps: formatCount(totalSteps(run.config)),
          time: new Date(run.startedAt).toLocaleString(document.documentElement.lang, {
            dateStyle: 'medium',
            timeStyle: 'short',
          }),
        })}
      </p>
      <div className={styles.actions}>
        <Button look="primary" onClick={() => continueRun(run.key)}>
          {words.continue}
        </Button>
        <Button onClick={dismissUnfinished}>{words.dismiss}</Button>
      </div>
    </aside>
  );
}
