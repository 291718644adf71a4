import { useEffect, useId, useRef } from 'react';
import { PAD_PEN_WIDTH, isEmptyDrawing } from '../../data/drawing';
import { useApp } from '../../store/hooks';
import { useWords } from '../../words/words';
import styles from './DrawingPad.module.css';
import { Guide } from './Guide';
import type { Ink } from './ink';
import { createInk } from './ink';
import { keepGesturesAway } from './keepGesturesAway';
import { PadPicture } from './PadPicture';
import { Tips } from './Tips';
import { useKeyboardPen } from './useKeyboardPen';
import { usePointerPen } from './usePointerPen';

/** The square that is drawn on, by mouse, finger, pen or keyboard. */
export function DrawingPad() {
  const words = useWords().draw;
  const { drawing, tool, penWidth } = useApp((state) => state.pad);
  const { onPointerDown, ...pointerPen } = usePointerPen();
  const { pen, putAway, ...keyboardPen } = useKeyboardPen();
  const pad = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const ink = useRef<Ink>(null);
  const helpId = useId();

  useEffect(() => {
    const created = createInk(canvas.current!);
    ink.current = created;
    return () => created.dispose();
  }, []);
  useEffect(() => keepGesturesAway(pad.current!), []);
  useEffect(() => ink.current?.show(drawing.strokes), [drawing.strokes]);

  return (
    <div
      ref={pad}
      className={tool === 'pen' ? styles.pad : styles.erased}
      role="application"
      aria-label={words.pad}
      aria-describedby={helpId}
      tabIndex={0}
      onPointerDown={(event) => {
        putAway();
        onPointerDown(event);
      }}
      {...pointerPen}
      {...keyboardPen}
      onBlur={putAway}
    >
      <Guide />
      {drawing.picture && <PadPicture picture={drawing.picture} />}
      <canvas ref={canvas} className={styles.canvas} aria-hidden="true" />
      <Tips />
      {isEmptyDrawing(drawing) && (
        <p className={styles.invitation} aria-hidden="true">
          {words.invitation}
        </p>
      )}
      {pen && (
        <span
          className={pen.isDown ? styles.penDown : styles.pen}
          style={{ left: percent(pen.x), top: percent(pen.y), width: percent(penWidth * PAD_PEN_WIDTH) }}
        />
      )}
      <p id={helpId} className="visuallyHidden">
        {words.padHelp}
      </p>
      <p className="visuallyHidden" aria-live="polite">
        {pen && (pen.isDown ? words.penDown : words.penUp)}
      </p>
    </div>
  );
}

const percent = (part: number) => `${100 * part}%`;
