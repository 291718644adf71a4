import type { KeyboardEvent, PointerEvent } from 'react';
import type { ValueMap } from '../../explain/valueMap';

/** The place whose value is read. */
export interface MapCursor {
  readonly row: number;
  readonly column: number;
  /** A screen reader says it then. */
  readonly isByKeys: boolean;
}

const moves: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** What moves the cursor over a map that is drawn with so many squares of margin on each side. */
export function useMapCursor(
  { height, width }: ValueMap,
  margin: number,
  cursor: MapCursor | null,
  onMove: (cursor: MapCursor | null) => void,
) {
  const within = (value: number, size: number) => Math.min(size - 1, Math.max(0, value));

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') return onMove(null);
    const move = moves[event.key];
    if (!move) return;
    event.preventDefault();
    const from = cursor ?? { row: Math.floor(height / 2), column: Math.floor(width / 2) };
    const step = cursor ? move : [0, 0];
    onMove({
      row: within(from.row + step[0], height),
      column: within(from.column + step[1], width),
      isByKeys: true,
    });
  }

  function onPointerMove({ clientX, clientY, currentTarget }: PointerEvent) {
    const box = currentTarget.getBoundingClientRect();
    const at = (part: number, size: number) => within(Math.floor(part * (size + 2 * margin)) - margin, size);
    onMove({
      row: at((clientY - box.top) / box.height, height),
      column: at((clientX - box.left) / box.width, width),
      isByKeys: false,
    });
  }

  return { onKeyDown, onPointerMove, onPointerDown: onPointerMove };
}
