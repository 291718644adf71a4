import { useState } from 'react';
import type { Drawing } from '../../data/drawing';
import { useActions, useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { useWords } from '../../words/words';
import styles from './PadTools.module.css';

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

/** What can be done to a drawing other than drawing. */
export function PadTools() {
  const words = useWords().draw;
  const drawing = useApp((state) => state.drawing);
  const { undoStroke, clearDrawing, replaceDrawing } = useActions();
  const isEmpty = drawing.length === 0;
  /** The sample on the pad. One that was drawn on is no sample any more, and may be chosen again. */
  const [sample, setSample] = useState<{ digit: number; drawing: Drawing } | null>(null);

  async function show(digit: number) {
    const { sampleDrawings } = await import('./sampleDrawings');
    setSample({ digit, drawing: sampleDrawings[digit] });
    replaceDrawing(sampleDrawings[digit]);
  }

  return (
    <div className={styles.tools}>
      <Button inactive={isEmpty} onClick={undoStroke}>
        {words.undo}
      </Button>
      <Button inactive={isEmpty} onClick={clearDrawing}>
        {words.clear}
      </Button>
      <label className={styles.sample}>
        {words.sample}
        <select
          className={styles.select}
          value={sample?.drawing === drawing ? sample.digit : -1}
          onChange={(event) => void show(Number(event.target.value))}
        >
          <option value={-1} disabled>
            –
          </option>
          {digits.map((digit) => (
            <option key={digit} value={digit}>
              {digit}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
