import { useApp } from '../../store/hooks';
import styles from './Tips.module.css';
import { middle } from './middle';
import { PAD_PEN_WIDTH } from './padPenWidth';

/** The end of every stroke, from where its curve on the canvas stops to where the pen is; a dot for a tap. */
export function Tips() {
  const drawing = useApp((state) => state.drawing);
  return (
    <svg className={styles.tips} viewBox="0 0 1 1" aria-hidden="true">
      {drawing.map((stroke, i) => {
        const end = stroke[stroke.length - 1];
        const start = middle(stroke[Math.max(0, stroke.length - 2)], end);
        return <line key={i} x1={start.x} y1={start.y} x2={end.x} y2={end.y} strokeWidth={PAD_PEN_WIDTH} />;
      })}
    </svg>
  );
}
