import { useXAxisScale, useYAxisScale } from 'recharts';
import type { ChartLine } from './LineChart';

/** A line that is only looked at: one path, without what recharts keeps of each point for tooltips and labels. */
export function PlainLine({ points, stroke, dash, width, opacity }: ChartLine) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y || points.length === 0) return null;
  const path = points.map((point) => `${x(point.x)} ${y(point.y)}`).join('L');
  return (
    <path
      d={`M${path}`}
      fill="none"
      stroke={stroke}
      strokeDasharray={dash || undefined}
      strokeOpacity={opacity}
      strokeWidth={width}
    />
  );
}
