import { Suspense, lazy, useState } from 'react';
import { Button } from '../../ui/Button';
import { useStored } from '../../ui/useStored';
import { useWords } from '../../words/words';
import { useShortcuts } from './useShortcuts';

const KeyboardDialog = lazy(async () => ({
  default: (await import('./KeyboardDialog')).KeyboardDialog,
}));

/** Opens the list of keys. They can be turned off: speech input may type letters nobody meant (WCAG 2.1.4). */
export function KeyboardHelp() {
  const { keyboard } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const [keys, setKeys] = useStored('gradpad.keys', ['on', 'off']);
  useShortcuts(keys === 'on' && !isOpen);

  return (
    <>
      <Button look="quiet" aria-label={keyboard.open} aria-haspopup="dialog" onClick={() => setIsOpen(true)}>
        ?
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <KeyboardDialog
            isEnabled={keys === 'on'}
            onEnable={(isEnabled) => setKeys(isEnabled ? 'on' : 'off')}
            onClose={() => setIsOpen(false)}
          />
        </Suspense>
      )}
    </>
  );
}
