import { useState } from 'react';
import { Button } from '../../ui/Button';
import { Dialog } from '../../ui/Dialog';
import { useStored } from '../../ui/useStored';
import { useWords } from '../../words/words';
import styles from './KeyboardHelp.module.css';
import { useShortcuts } from './useShortcuts';

/** Lists the keys and lets them be turned off: speech input may type letters nobody meant (WCAG 2.1.4). */
export function KeyboardHelp() {
  const { app, keyboard } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [keys, setKeys] = useStored('gradpad.keys', ['on', 'off']);
  useShortcuts(keys === 'on' && !isOpen);

  return (
    <>
      <Button look="quiet" aria-label={keyboard.open} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        ?
      </Button>
      {isOpen && (
        <Dialog title={keyboard.title} closeLabel={app.close} onClose={() => setIsOpen(false)}>
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
            <input
              type="checkbox"
              checked={keys === 'on'}
              onChange={(event) => setKeys(event.target.checked ? 'on' : 'off')}
            />
            {keyboard.enabled}
          </label>
        </Dialog>
      )}
    </>
  );
}
