import type { RunRecord } from '../../store/run';
import styles from './Charts.module.css';
import type { CurvePanelProps } from './CurvePanel';
import { CurvePanel } from './CurvePanel';

interface ChartFigureProps extends Omit<CurvePanelProps, 'record'> {
  record: RunRecord | null;
  /** What will appear here, and what to do for it. */
  empty: string;
}

/** A curve with its name; before the first step, what it will show. */
export function ChartFigure({ record, empty, ...curve }: ChartFigureProps) {
  return (
    <figure className={styles.figure} aria-label={curve.title}>
      {record && record.losses.length > 0 ? (
        <CurvePanel {...curve} record={record} />
      ) : (
        <>
          <figcaption className={styles.caption}>
            <strong>{curve.title}</strong>
          </figcaption>
          <p className={styles.empty}>{empty}</p>
        </>
      )}
    </figure>
  );
}
