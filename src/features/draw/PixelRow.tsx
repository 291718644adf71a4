import { memo } from 'react';
import { DIGIT_SIDE } from '../../data/digitSide';
import styles from './PixelGrid.module.css';

interface PixelRowProps {
  row: number;
  /** 28 amounts of ink (0–255). */
  ink: Uint8Array;
  /** Where the keyboard is; null while it is in another row. */
  focusedColumn: number | null;
}

/** Renders again only where something in the row has changed: the grid has 784 cells. */
export const PixelRow = memo(
  function PixelRow({ row, ink, focusedColumn }: PixelRowProps) {
    return (
      <div role="row" className={styles.row}>
        {Array.from(ink, (amount, column) => (
          <div
            key={column}
            role="gridcell"
            className={styles.pixel}
            tabIndex={column === focusedColumn ? 0 : -1}
            data-pixel={row * DIGIT_SIDE + column}
            aria-label={`${row + 1}, ${column + 1}: ${amount}`}
          >
            {amount > 0 && <span className={styles.ink} style={{ opacity: amount / 255 }} />}
          </div>
        ))}
      </div>
    );
  },
  (before, after) =>
    before.focusedColumn === after.focusedColumn &&
    before.ink.every((amount, column) => amount === after.ink[column]),
);
