import { useXAxisScale, useYAxisScale } from 'recharts';
import type { ChartPoint } from './LineChart';

/** px */
const RADIUS = 3;

/** A few points joined by a line, in the second hue: each was measured by itself, and what lies between was not. */
export function MarkedLine({ points }: { points: readonly ChartPoint[] }) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y || points.length === 0) return null;
  const places = points.map((point) => ({ cx: x(point.x), cy: y(point.y) }));
  return (
    <>
      <path
        d={`M${places.map(({ cx, cy }) => `${String(cx)} ${String(cy)}`).join('L')}`}
        fill="none"
        stroke="var(--second)"
        strokeWidth={1.5}
      />
      {places.map((place, index) => (
        <circle key={index} {...place} r={RADIUS} fill="var(--second)" />
      ))}
    </>
  );
}
