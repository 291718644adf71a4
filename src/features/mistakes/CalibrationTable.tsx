import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { wilsonInterval } from '../../lib/wilsonInterval';
import type { ConfidenceBin } from '../../scores/calibration';
import { useLaterWords } from '../../words/laterWords';
import styles from './Findings.module.css';
import { inPercent } from './inPercent';

interface CalibrationTableProps {
  bins: readonly ConfidenceBin[];
  /** The element that names it. */
  labelledBy: string;
}

/** The reliability diagram in figures. */
export function CalibrationTable({ bins, labelledBy }: CalibrationTableProps) {
  const { columns, range } = useLaterWords().mistakes.calibration;
  const rangeOf = (from: number, to: number) =>
    fill(range, { from: Math.round(100 * from), to: Math.round(100 * to) });
  return (
    <table className={styles.table} aria-labelledby={labelledBy}>
      <thead>
        <tr>
          {[columns.bin, columns.images, columns.mean, columns.right, columns.interval].map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins.map(({ from, to, count, right, confidence, accuracy }) => (
          <tr key={from}>
            <th scope="row">{rangeOf(from, to)}</th>
            <td>{formatCount(count)}</td>
            <td>{confidence === null ? '–' : inPercent(confidence)}</td>
            <td>{accuracy === null ? '–' : inPercent(accuracy)}</td>
            <td>{count === 0 ? '–' : wilsonInterval(right, count).map(inPercent).join('–')}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
