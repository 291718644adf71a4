import { useEffect } from 'react';
import { useActions } from '../../store/hooks';

/** What has a history of its own; boxes to tick and sliders have none. */
const TAKES_TEXT =
  'input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, [contenteditable]';

/** Control+Z undoes what was done to the drawing, wherever the focus is; with Shift, or Control+Y, it is redone. */
export function useHistoryKeys(): void {
  const { edit } = useActions();

  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if ((!event.ctrlKey && !event.metaKey) || event.altKey) return;
      if (event.target instanceof Element && event.target.closest(TAKES_TEXT)) return;
      const key = event.key.toLowerCase();
      const isUndo = key === 'z' && !event.shiftKey;
      const isRedo = (key === 'z' && event.shiftKey) || (key === 'y' && event.ctrlKey);
      if (!isUndo && !isRedo) return;
      event.preventDefault();
      edit({ type: isUndo ? 'undo' : 'redo' });
    }
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [edit]);
}
