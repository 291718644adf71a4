import type { KeyboardEvent, PointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { DIGIT_SIDE } from '../../data/digitSide';
import { fill } from '../../lib/fill';
import { useActions, useApp } from '../../store/hooks';
import { useLaterWords } from '../../words/laterWords';
import { keepGesturesAway } from './keepGesturesAway';
import styles from './PixelGrid.module.css';
import { PixelRow } from './PixelRow';
import { pixelKey } from './pixelKey';

const rows = Array.from({ length: DIGIT_SIDE }, (_, row) => row);
const paper = new Uint8Array(DIGIT_SIDE ** 2);

/** A grid whose cells are the digit's pixels (WAI-ARIA). What is changed here is what the network is given. */
export function PixelGrid() {
  const words = useLaterWords().pad.grid;
  const digit = useApp((state) => state.digit) ?? paper;
  const { edit } = useActions();
  /** Where the keyboard is. */
  const [place, setPlace] = useState(0);
  const grid = useRef<HTMLDivElement>(null);
  /** What a pointer that is held down sets pixels to. */
  const brush = useRef<number | null>(null);

  // A dialog gives the focus to its first button; what was opened is the grid.
  useEffect(() => focusPixel(grid.current!, 0), []);
  useEffect(() => keepGesturesAway(grid.current!), []);

  function onKeyDown(event: KeyboardEvent) {
    const action = pixelKey(event, place, digit[place]);
    if (!action) return;
    event.preventDefault();
    event.stopPropagation();
    if (action.ink !== undefined) edit({ type: 'setPixel', pixel: place, ink: action.ink, isNew: true });
    if (action.place !== undefined) focusPixel(grid.current!, action.place);
  }

  function onPointerDown(event: PointerEvent) {
    const pixel = pixelUnder(event);
    if (pixel === null || event.button !== 0) return;
    event.preventDefault();
    brush.current = digit[pixel] > 0 ? 0 : 255;
    edit({ type: 'setPixel', pixel, ink: brush.current, isNew: true });
    focusPixel(grid.current!, pixel);
  }

  function onPointerMove(event: PointerEvent) {
    const pixel = event.buttons === 1 && brush.current !== null ? pixelUnder(event) : null;
    if (pixel !== null) edit({ type: 'setPixel', pixel, ink: brush.current!, isNew: false });
  }

  return (
    <>
      <div
        ref={grid}
        role="grid"
        aria-label={words.label}
        className={styles.grid}
        onKeyDown={onKeyDown}
        onFocus={(event) => setPlace(Number(event.target.dataset.pixel ?? place))}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={() => (brush.current = null)}
      >
        {rows.map((row) => (
          <PixelRow
            key={row}
            row={row}
            ink={digit.subarray(row * DIGIT_SIDE, (row + 1) * DIGIT_SIDE)}
            focusedColumn={Math.floor(place / DIGIT_SIDE) === row ? place % DIGIT_SIDE : null}
          />
        ))}
      </div>
      <p className={styles.place} aria-hidden="true">
        {fill(words.place, {
          row: Math.floor(place / DIGIT_SIDE) + 1,
          column: (place % DIGIT_SIDE) + 1,
          ink: digit[place],
        })}
      </p>
    </>
  );
}

function focusPixel(grid: HTMLElement, pixel: number) {
  grid.querySelector<HTMLElement>(`[data-pixel="${pixel}"]`)?.focus();
}

/** A finger's events all belong to where it came down, so the place decides. */
function pixelUnder({ clientX, clientY }: PointerEvent): number | null {
  const cell = document.elementFromPoint(clientX, clientY)?.closest<HTMLElement>('[data-pixel]');
  return cell ? Number(cell.dataset.pixel) : null;
}
