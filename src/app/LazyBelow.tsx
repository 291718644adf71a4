import { Suspense, lazy } from 'react';
import { whenIdle } from '../lib/whenIdle';
import styles from './App.module.css';

/** Below the fold, so it comes after the first paint. */
const Below = lazy(async () => {
  await whenIdle();
  return { default: (await import('./Below')).Below };
});

/** What a run can be looked at with, and what there is to know; its place is kept until it has come. */
export function LazyBelow() {
  return (
    <Suspense fallback={<div className={styles.below} />}>
      <Below />
    </Suspense>
  );
}
