import { useXAxisScale, useYAxisScale } from 'recharts';
import type { ChartLine } from './LineChart';

/** A line that is only looked at: one path, and its name, without what recharts keeps of each point for tooltips and labels. */
export function PlainLine({ points, stroke, dash, width, opacity, label }: ChartLine) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!x || !y || points.length === 0) return null;
  const path = points.map((point) => `${x(point.x)} ${y(point.y)}`).join('L');
  const end = points[points.length - 1];
  return (
    <>
      <path
        d={`M${path}`}
        fill="none"
        stroke={stroke}
        strokeDasharray={dash || undefined}
        strokeOpacity={opacity}
        strokeWidth={width}
      />
      {label && (
        <text x={x(end.x)} y={y(end.y)} dx={3} dy="0.35em" fill={stroke} fontSize={11} fontWeight={700}>
          {label}
        </text>
      )}
    </>
  );
}
