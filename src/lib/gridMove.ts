/** What of a key press matters here. */
interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/**
 * Where a key leads in a grid (WAI-ARIA): arrows to the next cell and no further than the edge, Home and End along the row, with Ctrl to the
 * first and the last cell. Cells are counted row by row, from 0. Null for a key that leads nowhere.
 */
export function gridMove({ key, ctrlKey }: Key, cell: number, columns: number, rows: number): number | null {
  const column = cell % columns;
  const rowStart = cell - column;
  const last = columns * rows - 1;
  if (key === 'Home') return ctrlKey ? 0 : rowStart;
  if (key === 'End') return ctrlKey ? last : rowStart + columns - 1;
  if (ctrlKey) return null;
  switch (key) {
    case 'ArrowLeft':
      return column > 0 ? cell - 1 : cell;
    case 'ArrowRight':
      return column < columns - 1 ? cell + 1 : cell;
    case 'ArrowUp':
      return cell >= columns ? cell - columns : cell;
    case 'ArrowDown':
      return cell + columns <= last ? cell + columns : cell;
  }
  return null;
}
