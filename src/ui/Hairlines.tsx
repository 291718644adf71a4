import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';

interface HairlinesProps {
  /** Where on the y axis. */
  horizontals: readonly number[];
  /** Where on the x axis. */
  verticals: readonly number[];
}

/** The grid of a chart as one path: recharts' own measures every label on the way. */
export function Hairlines({ horizontals, verticals }: HairlinesProps) {
  const area = usePlotArea();
  const x = useXAxisScale();
  const y = useYAxisScale();
  if (!area || !x || !y) return null;
  const path = [
    ...horizontals.map((value) => `M${area.x} ${y(value)}h${area.width}`),
    ...verticals.map((value) => `M${x(value)} ${area.y}v${area.height}`),
  ].join('');
  return <path d={path} stroke="var(--hairline)" />;
}
