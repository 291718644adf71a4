import { useEffect } from 'react';
import { mainCommand, maySingleStep } from '../../store/commands';
import { useActions, useApp } from '../../store/hooks';

/** What takes letters, and what takes the space bar, while it has the focus. */
const TAKES_LETTERS = 'input, select, textarea, dialog';
const TAKES_SPACE = `${TAKES_LETTERS}, button, a, summary, [tabindex]`;

/** Space trains, pauses or resumes; S takes one step; R resets. */
export function useShortcuts(isEnabled: boolean): void {
  const actions = useActions();
  const status = useApp((state) => state.run.status);

  useEffect(() => {
    if (!isEnabled) return;
    function onKeyDown(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const takesKey = event.key === ' ' ? TAKES_SPACE : TAKES_LETTERS;
      if (event.target instanceof Element && event.target.closest(takesKey)) return;
      const main = mainCommand(status);
      switch (event.key.toLowerCase()) {
        case ' ':
          // Not also a page down.
          event.preventDefault();
          if (main) actions[main]();
          break;
        case 's':
          if (maySingleStep(status)) actions.step();
          break;
        case 'r':
          if (status !== 'idle') actions.reset();
          break;
      }
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isEnabled, status, actions]);
}
