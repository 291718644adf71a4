import { strongestPlaces } from '../../explain/strongest';
import type { ValueMap } from '../../explain/valueMap';
import { fill } from '../../lib/fill';
import { formatSigned } from '../../lib/formatSigned';
import { useLaterWords } from '../../words/laterWords';
import styles from './StrongestTable.module.css';

interface StrongestTableProps {
  map: ValueMap;
  unit: string;
  /** Of the map on the digit (pixels). */
  margin: number;
}

const PLACES = 10;

/** The largest values of a map, for and against. */
export function StrongestTable({ map, unit, margin }: StrongestTableProps) {
  const words = useLaterWords().explain;
  return (
    <details className={styles.details}>
      <summary>{words.table}</summary>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{fill(words.value, { unit })}</th>
          </tr>
        </thead>
        <tbody>
          {strongestPlaces(map, PLACES).map(({ row, column, value }) => (
            <tr key={`${String(row)} ${String(column)}`}>
              <td>{row + margin + 1}</td>
              <td>{column + margin + 1}</td>
              <td>{formatSigned(value)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
