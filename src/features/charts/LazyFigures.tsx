import type { ComponentProps } from 'react';
import { Suspense, lazy } from 'react';
import { whenIdle } from '../../lib/whenIdle';
import type { CurveFigure as CurveFigureType } from './CurveFigure';
import type { DigitFigure as DigitFigureType } from './DigitFigure';
import { FigurePlace } from './FigurePlace';

/** The charting library is larger than the rest of the page; it comes after the first paint. */
const CurveFigure = lazy(async () => {
  await whenIdle();
  return { default: (await import('./CurveFigure')).CurveFigure };
});

const DigitFigure = lazy(async () => {
  await whenIdle();
  return { default: (await import('./DigitFigure')).DigitFigure };
});

/** A curve's figure; until the charts have arrived, its title and its place. */
export function LazyCurveFigure(props: ComponentProps<typeof CurveFigureType>) {
  return (
    <Suspense fallback={<FigurePlace {...props} />}>
      <CurveFigure {...props} />
    </Suspense>
  );
}

/** The same for the drawing's own figure. */
export function LazyDigitFigure(props: ComponentProps<typeof DigitFigureType>) {
  return (
    <Suspense fallback={<FigurePlace {...props} />}>
      <DigitFigure {...props} />
    </Suspense>
  );
}
