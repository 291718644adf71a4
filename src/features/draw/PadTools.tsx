import { Suspense, lazy, useState } from 'react';
import type { Drawing } from '../../data/drawing';
import { emptyDrawing, isEmptyDrawing } from '../../data/drawing';
import { whenIdle } from '../../lib/whenIdle';
import { useActions, useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { useWords } from '../../words/words';
import styles from './PadTools.module.css';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

const MorePadTools = lazy(async () => {
  await whenIdle();
  return { default: (await import('./MorePadTools')).MorePadTools };
});

/** What can be done to a drawing other than drawing. */
export function PadTools() {
  const words = useWords().draw;
  const { drawing, past, future, guide } = useApp((state) => state.pad);
  const { edit } = useActions();
  /** The sample on the pad. One that was drawn on is no sample any more, and may be chosen again. */
  const [sample, setSample] = useState<{ digit: number; drawing: Drawing } | null>(null);

  async function show(digit: number) {
    const { sampleDrawings } = await import('../../data/sampleDrawings');
    setSample({ digit, drawing: sampleDrawings[digit] });
    edit({ type: 'replace', drawing: sampleDrawings[digit] });
  }

  return (
    <>
      <div className={styles.tools}>
        <Button inactive={past.length === 0} onClick={() => edit({ type: 'undo' })}>
          {words.undo}
        </Button>
        <Button inactive={future.length === 0} onClick={() => edit({ type: 'redo' })}>
          {words.redo}
        </Button>
        <Button
          inactive={isEmptyDrawing(drawing) && !guide}
          onClick={() => edit({ type: 'replace', drawing: emptyDrawing })}
        >
          {words.clear}
        </Button>
        <select
          className={styles.sample}
          aria-label={words.sample}
          value={sample?.drawing === drawing ? sample.digit : -1}
          onChange={(event) => void show(Number(event.target.value))}
        >
          <option value={-1} disabled>
            {words.sample}
          </option>
          {digits.map((digit) => (
            <option key={digit} value={digit}>
              {digit}
            </option>
          ))}
        </select>
      </div>
      <div className={styles.more}>
        <Suspense>
          <MorePadTools />
        </Suspense>
      </div>
    </>
  );
}
