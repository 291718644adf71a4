import { lazy } from 'react';
import { whenIdle } from '../../lib/whenIdle';

/** The charting library is larger than the rest of the page; it comes after the first paint. */
export const LazyLineChart = lazy(async () => {
  await whenIdle();
  return { default: (await import('../../ui/LineChart')).LineChart };
});
