import { Dialog } from '../../ui/Dialog';
import { useLaterWords } from '../../words/laterWords';
import { useWords } from '../../words/words';
import styles from './KeyboardDialog.module.css';

interface KeyboardDialogProps {
  isEnabled: boolean;
  onEnable: (isEnabled: boolean) => void;
  onClose: () => void;
}

/** Lists the keys, and lets them be turned off. */
export function KeyboardDialog({ isEnabled, onEnable, onClose }: KeyboardDialogProps) {
  const { app } = useWords();
  const { keyboard } = useLaterWords();
  return (
    <Dialog title={keyboard.title} closeLabel={app.close} onClose={onClose}>
      <dl className={styles.keys}>
        <dt>
          <kbd>{keyboard.space}</kbd>
        </dt>
        <dd>{keyboard.toggle}</dd>
        <dt>
          <kbd>S</kbd>
        </dt>
        <dd>{keyboard.step}</dd>
        <dt>
          <kbd>R</kbd>
        </dt>
        <dd>{keyboard.reset}</dd>
      </dl>
      <p>{keyboard.elsewhere}</p>
      <label className={styles.switch}>
        <input type="checkbox" checked={isEnabled} onChange={(event) => onEnable(event.target.checked)} />
        {keyboard.enabled}
      </label>
    </Dialog>
  );
}
