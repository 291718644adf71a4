import {
  CartesianGrid,
  Line,
  LineChart as RechartsLineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { ChartTooltip } from './ChartTooltip';
import styles from './LineChart.module.css';

export interface ChartAxis {
  readonly label: string;
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

/** A place on the x axis with two values: the faint line under the strong one. null is a gap. */
export interface ChartRow {
  /** What `describe` is asked about. */
  readonly id: number;
  readonly x: number;
  readonly faint: number | null;
  readonly strong: number | null;
}

export interface LineChartProps {
  rows: readonly ChartRow[];
  x: ChartAxis;
  y: ChartAxis & { readonly scale: 'linear' | 'log' };
  /** Hairlines, e.g. where epochs end. */
  verticals: readonly number[];
  /** A value to compare with. */
  horizontal: { readonly value: number; readonly label: string } | null;
  /** Where a value could not be drawn: a cross at the foot of the chart. */
  crosses: readonly number[];
  /** The lines of the note that follows the pointer, about one row. */
  describe: (id: number) => readonly string[];
}

const MARGIN = { top: 18, right: 12, bottom: 4, left: 0 };
const TICK = { fill: 'var(--muted)', fontSize: 11 };
const LABEL = { fill: 'var(--muted)', fontSize: 11 };

/** Fills the box it is put in. Those who cannot see it need a summary or a table beside it. */
export function LineChart({ rows, x, y, verticals, horizontal, crosses, describe }: LineChartProps) {
  return (
    <div className={styles.chart} aria-hidden="true">
      <ResponsiveContainer width="100%" height="100%">
        <RechartsLineChart data={rows} margin={MARGIN} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--hairline)" />
          <XAxis
            dataKey="x"
            type="number"
            domain={x.domain}
            ticks={x.ticks}
            tickFormatter={x.format}
            tick={TICK}
            tickLine={false}
            stroke="var(--edge)"
            height={34}
            label={{ ...LABEL, value: x.label, position: 'insideBottomRight', offset: 0 }}
          />
          <YAxis
            type="number"
            scale={y.scale}
            domain={y.domain}
            ticks={y.ticks}
            tickFormatter={y.format}
            tick={TICK}
            tickLine={false}
            axisLine={false}
            width={48}
            label={{ ...LABEL, value: y.label, position: 'top', offset: 8 }}
          />
          {verticals.map((place) => (
            <ReferenceLine key={place} x={place} stroke="var(--hairline)" />
          ))}
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--edge)' }}
            content={({ active, payload }) => {
              // recharts hands back the very row it was given.
              const row = payload[0]?.payload as ChartRow | undefined;
              return active && row ? <ChartTooltip lines={describe(row.id)} /> : null;
            }}
          />
          <Line dataKey="faint" {...line} stroke="var(--live)" strokeOpacity={0.3} strokeWidth={1} />
          <Line dataKey="strong" {...line} stroke="var(--live)" strokeWidth={2} />
          {horizontal && (
            <ReferenceLine
              y={horizontal.value}
              stroke="var(--second)"
              strokeDasharray="6 4"
              label={{
                value: horizontal.label,
                position: 'insideBottomRight',
                fill: 'var(--second)',
                fontSize: 12,
              }}
            />
          )}
          {crosses.map((place) => (
            <ReferenceDot key={place} x={place} y={y.domain[0]} shape={<Cross />} />
          ))}
        </RechartsLineChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Live lines: each update is drawn at once and whole. */
const line = { type: 'linear', dot: false, activeDot: false, isAnimationActive: false } as const;

function Cross({ cx = 0, cy = 0 }: { cx?: number; cy?: number }) {
  return <path d={`M${cx - 4} ${cy - 8}l8 8m0-8l-8 8`} stroke="var(--danger)" strokeWidth={2} />;
}
