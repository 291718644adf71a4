import { lazy } from 'react';

export const loadLineChart = () => import('../../ui/LineChart');

/** The charting library is larger than the rest of the page; it comes after the first paint. */
export const LazyLineChart = lazy(async () => ({ default: (await loadLineChart()).LineChart }));
