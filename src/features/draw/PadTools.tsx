import { useActions, useApp } from '../../store/hooks';
import { Button } from '../../ui/Button';
import { useWords } from '../../words/words';
import styles from './PadTools.module.css';
import { sampleDrawings } from './sampleDrawings';

/** What can be done to a drawing other than drawing. */
export function PadTools() {
  const words = useWords().draw;
  const drawing = useApp((state) => state.drawing);
  const { undoStroke, clearDrawing, replaceDrawing } = useActions();
  const isEmpty = drawing.length === 0;
  // A sample that was drawn on is no sample any more, and may be chosen again.
  const sample = sampleDrawings.indexOf(drawing);

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
          value={sample}
          onChange={(event) => replaceDrawing(sampleDrawings[Number(event.target.value)])}
        >
          <option value={-1} disabled>
            –
          </option>
          {sampleDrawings.map((_, digit) => (
            <option key={digit} value={digit}>
              {digit}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
