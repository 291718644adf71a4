import { useApp } from '../../store/hooks';
import { useThrottled } from '../../ui/useThrottled';
import styles from './Charts.module.css';
import type { CurvePanelProps } from './CurvePanel';
import { CurvePanel } from './CurvePanel';

/** Drawing takes time from the pad and the buttons; more often than this it would be noticed (ms). */
const DRAWING_INTERVAL_MS = 250;

interface ChartFigureProps extends Omit<CurvePanelProps, 'record'> {
  title: string;
  /** What will appear here, and what to do for it. */
  empty: string;
}

/** A curve with its name; before the first step, what it will show. */
export function ChartFigure({ title, empty, ...curve }: ChartFigureProps) {
  const newest = useApp(({ run }) => (run.status === 'idle' ? null : run.record));
  const drawn = useThrottled(newest, DRAWING_INTERVAL_MS);
  const record = newest && drawn;
  return (
    <figure className={styles.figure} aria-label={title}>
      {record && record.losses.length > 0 ? (
        <CurvePanel {...curve} title={title} record={record} />
      ) : (
        <>
          <figcaption className={styles.caption}>
            <strong>{title}</strong>
          </figcaption>
          <p className={styles.empty}>{empty}</p>
        </>
      )}
    </figure>
  );
}
