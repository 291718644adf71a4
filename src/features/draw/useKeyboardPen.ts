import type { FocusEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import type { Point } from '../../data/drawing';
import { useActions } from '../../store/hooks';

/** The pen in the keyboard's hands, and whether it touches the pad. */
export interface KeyboardPen extends Point {
  readonly isDown: boolean;
}

/** One press of an arrow key, and one with Shift, in parts of the pad's side. */
const SMALL_STEP = 0.025;
const LARGE_STEP = 0.1;

/** Upper middle, where most digits begin. */
const startingPen: KeyboardPen = { x: 0.5, y: 0.25, isDown: false };

const directions: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/**
 * Handlers that draw with the keyboard. The pen appears when the pad is reached by keyboard or an arrow key is
 * pressed; `pen` is null until then and once the pad loses the focus. While it is there all keys are its own;
 * otherwise the page's shortcuts go on working for a visitor who has just drawn with a mouse.
 */
export function useKeyboardPen() {
  const { edit } = useActions();
  const [pen, setPen] = useState<KeyboardPen | null>(null);

  const lift = () => setPen(pen && { ...pen, isDown: false });

  function toggle({ x, y, isDown }: KeyboardPen) {
    if (!isDown) edit({ type: 'draw', points: [{ x, y }], isNew: true });
    setPen({ x, y, isDown: !isDown });
  }

  function move({ x, y, isDown }: KeyboardPen, direction: Point, step: number) {
    const withinPad = (part: number) => Math.min(1, Math.max(0, part));
    const next = { x: withinPad(x + step * direction.x), y: withinPad(y + step * direction.y) };
    if (isDown) edit({ type: 'draw', points: [next], isNew: false });
    setPen({ ...next, isDown });
  }

  /** What a key does; null for a key that means nothing to the pen. */
  function actionOf(event: KeyboardEvent): (() => void) | null {
    const { key, shiftKey } = event;
    // Undo and the like hold on the whole page.
    if (event.ctrlKey || event.metaKey) return null;
    if (key in directions) {
      const step = shiftKey ? LARGE_STEP : SMALL_STEP;
      return () => move(pen ?? startingPen, directions[key], step);
    }
    if (!pen) return null;
    // Holding the key down must not scatter dots.
    if (key === ' ' || key === 'Enter') return () => !event.repeat && toggle(pen);
    return key === 'Escape' && pen.isDown ? lift : null;
  }

  return {
    pen,
    putAway: () => setPen(null),
    onKeyDown(event: KeyboardEvent) {
      const action = actionOf(event);
      if (action || (pen && !event.ctrlKey && !event.metaKey)) event.stopPropagation();
      if (!action) return;
      event.preventDefault();
      action();
    },
    onFocus(event: FocusEvent<HTMLElement>) {
      if (event.currentTarget.matches(':focus-visible')) setPen(startingPen);
    },
  };
}
