import { useMemo, useState } from 'react';
import { largestOf } from '../../explain/strongest';
import type { ValueMap } from '../../explain/valueMap';
import { fill } from '../../lib/fill';
import { formatSigned } from '../../lib/formatSigned';
import { useLaterWords } from '../../words/laterWords';
import { Legend } from './Legend';
import { MapPicture } from './MapPicture';
import { StrongestTable } from './StrongestTable';
import styles from './ValueFigure.module.css';
import { outlineOf } from './outlineOf';
import type { Ends } from './summary';
import { summaryOf } from './summary';
import type { MapCursor } from './useMapCursor';
import { useMapCursor } from './useMapCursor';

interface ValueFigureProps {
  title: string;
  map: ValueMap;
  unit: string;
  /** What values above and below zero say. */
  ends: Ends;
  /** Whose outline is drawn over the map: 784 bytes; null where the map does not lie on a digit. */
  digit: Uint8Array | null;
}

const DIGIT_SIDE = 28;

/** A map with its legend, whose values can be read with the pointer, the arrow keys, and in a table. */
export function ValueFigure({ title, map, unit, ends, digit }: ValueFigureProps) {
  const words = useLaterWords().explain;
  const [cursor, setCursor] = useState<MapCursor | null>(null);
  const outline = useMemo(() => digit && outlineOf(digit, DIGIT_SIDE), [digit]);
  // A window's place is its middle.
  const margin = digit ? (DIGIT_SIDE - map.width) / 2 : 0;
  const size = { width: map.width + 2 * margin, height: map.height + 2 * margin };
  const largest = largestOf(map);
  const readers = useMapCursor(map, margin, cursor, setCursor);

  return (
    <figure className={styles.figure}>
      <figcaption>{title}</figcaption>
      <div
        className={styles.map}
        role="application"
        aria-label={fill(words.readByKeys, { title })}
        tabIndex={0}
        style={{ padding: `${String((100 * margin) / size.width)}%` }}
        {...readers}
      >
        <MapPicture
          map={map}
          largest={largest}
          label={`${title}. ${summaryOf(words, map, unit, ends, margin)}`}
        />
        <svg
          className={styles.overlay}
          viewBox={`0 0 ${String(size.width)} ${String(size.height)}`}
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          {outline && <path className={styles.outline} d={outline} />}
          {cursor && (
            <rect
              className={styles.cursor}
              x={cursor.column + margin}
              y={cursor.row + margin}
              width={1}
              height={1}
            />
          )}
        </svg>
      </div>
      <Legend largest={largest} unit={unit} ends={ends} />
      <p className={styles.reading} aria-live={cursor?.isByKeys ? 'polite' : 'off'}>
        {cursor
          ? fill(words.valueAt, {
              row: cursor.row + margin + 1,
              column: cursor.column + margin + 1,
              value: formatSigned(map.values[cursor.row * map.width + cursor.column]),
              unit,
            })
          : words.howToRead}
      </p>
      <StrongestTable map={map} unit={unit} margin={margin} />
    </figure>
  );
}
