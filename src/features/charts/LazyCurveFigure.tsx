import type { ComponentProps } from 'react';
import { Suspense, lazy } from 'react';
import { whenIdle } from '../../lib/whenIdle';
import styles from './Charts.module.css';
import type { CurveFigure as CurveFigureType } from './CurveFigure';

/** The charting library is larger than the rest of the page; it comes after the first paint. */
const CurveFigure = lazy(async () => {
  await whenIdle();
  return { default: (await import('./CurveFigure')).CurveFigure };
});

/** A curve's figure; until the charts have arrived, its title and its place. */
export function LazyCurveFigure(props: ComponentProps<typeof CurveFigureType>) {
  const { title, empty } = props;
  return (
    <Suspense
      fallback={
        <figure className={styles.figure} aria-label={title}>
          <figcaption className={styles.caption}>
            <strong>{title}</strong>
          </figcaption>
          <div className={styles.chart}>
            <p className={styles.empty}>{empty}</p>
          </div>
          <div className={styles.table} />
        </figure>
      }
    >
      <CurveFigure {...props} />
    </Suspense>
  );
}
