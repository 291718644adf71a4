import { PAD_PEN_WIDTH } from '../../data/drawing';
import { useApp } from '../../store/hooks';
import styles from './Tips.module.css';
import { middle } from './middle';

/** The end of every stroke, from where its curve on the canvas stops to where the pen is; a dot for a tap. */
export function Tips() {
  const strokes = useApp((state) => state.pad.drawing.strokes);
  return (
    <svg className={styles.tips} viewBox="0 0 1 1" aria-hidden="true">
      {strokes.map(({ points, width }, i) => {
        const end = points[points.length - 1];
        const start = middle(points[Math.max(0, points.length - 2)], end);
        const strokeWidth = width * PAD_PEN_WIDTH;
        return <line key={i} x1={start.x} y1={start.y} x2={end.x} y2={end.y} strokeWidth={strokeWidth} />;
      })}
    </svg>
  );
}
