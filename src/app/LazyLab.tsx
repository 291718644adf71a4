import { Suspense, lazy } from 'react';
import { whenIdle } from '../lib/whenIdle';
import styles from './App.module.css';

/** Below the fold, so it comes after the first paint. */
const Lab = lazy(async () => {
  await whenIdle();
  return { default: (await import('./Lab')).Lab };
});

/** What a run can be looked at with; its place is kept until it has come. */
export function LazyLab() {
  return (
    <div className={styles.lab}>
      <Suspense fallback={null}>
        <Lab />
      </Suspense>
    </div>
  );
}
