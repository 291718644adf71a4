import type { KeyboardEvent } from 'react';
import { useId } from 'react';
import { fill } from '../../lib/fill';
import { useLaterWords } from '../../words/laterWords';
import styles from './KernelGrid.module.css';

interface KernelGridProps {
  height: number;
  width: number;
  /** Counted from 0. */
  row: number;
  column: number;
  onPick: (row: number, column: number) => void;
}

/** The cells of a convolution's kernel: one is picked, by a click or with the arrow keys. */
export function KernelGrid({ height, width, row, column, onPick }: KernelGridProps) {
  const words = useLaterWords().optimizer;
  const name = useId();

  // Left and right are the browser's; up and down would be as well, but cell by cell.
  function moveByRow(event: KeyboardEvent<HTMLFieldSetElement>) {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (by === 0) return;
    event.preventDefault();
    const next = (row + by + height) % height;
    event.currentTarget.querySelectorAll('input')[next * width + column].focus();
    onPick(next, column);
  }

  return (
    <fieldset className={styles.kernel} onKeyDown={moveByRow}>
      <legend>{words.kernelPlace}</legend>
      <div
        className={styles.cells}
        style={{ gridTemplateColumns: `repeat(${String(width)}, var(--target))` }}
      >
        {Array.from({ length: height * width }, (_, cell) => {
          const cellRow = Math.floor(cell / width);
          const cellColumn = cell % width;
          return (
            <input
              key={cell}
              type="radio"
              name={name}
              className={styles.cell}
              aria-label={fill(words.cell, { row: cellRow + 1, column: cellColumn + 1 })}
              checked={cellRow === row && cellColumn === column}
              onChange={() => onPick(cellRow, cellColumn)}
            />
          );
        })}
      </div>
    </fieldset>
  );
}
