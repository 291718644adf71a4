import { mainCommand, maySingleStep } from '../../store/commands';
import { useActions, useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { useWords } from '../../words/words';
import styles from './RunBar.module.css';

/** Three buttons that never change places; the first is the one thing to do next. */
export function TrainButtons() {
  const words = useWords().train;
  const actions = useActions();
  const status = useApp((state) => state.run.status);
  const main = mainCommand(status);
  return (
    <div className={styles.buttons} role="group" aria-label={words.label}>
      <Button look="primary" inactive={main === null} onClick={main ? actions[main] : undefined}>
        {words[main ?? 'pause']}
      </Button>
      <Button inactive={!maySingleStep(status)} onClick={actions.step}>
        {words.step}
      </Button>
      <Button inactive={status === 'idle'} onClick={actions.reset}>
        {words.reset}
      </Button>
    </div>
  );
}
