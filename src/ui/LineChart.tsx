import { memo, useMemo, useState } from 'react';
import {
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
import { Hairlines } from './Hairlines';
import styles from './LineChart.module.css';
import { MarkedLine } from './MarkedLine';
import { PlainLine } from './PlainLine';

export interface ChartAxis {
  readonly label: string;
  readonly scale: 'linear' | 'log';
  readonly domain: readonly [number, number];
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
}

export interface ChartPoint {
  readonly x: number;
  readonly y: number;
}

/** A point that `describe` can be asked about. */
export interface ChartRow extends ChartPoint {
  readonly id: number;
}

/** A line that is only looked at. */
export interface ChartLine {
  readonly points: readonly ChartPoint[];
  readonly stroke: string;
  /** Lengths of strokes and gaps (px), as SVG writes them; empty for a solid line. */
  readonly dash: string;
  /** px */
  readonly width: number;
  /** 0 … 1. */
  readonly opacity: number;
  /** A sign or two, written where the line ends. */
  readonly label?: string;
}

export interface LineChartProps {
  /** What can be pointed at. */
  rows: readonly ChartRow[];
  /** Later ones lie over earlier ones. */
  lines: readonly ChartLine[];
  /** A few points of a second kind, joined by a line over the others. */
  marked?: readonly ChartPoint[];
  /** The chart is drawn fastest when an axis stays the same object as long as it says the same. */
  x: ChartAxis;
  y: ChartAxis;
  /** Hairlines, e.g. where epochs end. */
  verticals: readonly number[];
  /** Where something happened: a line with its name at the top. */
  events?: readonly { readonly x: number; readonly label: string }[];
  /** A value to compare with. */
  horizontal: { readonly value: number; readonly label: string } | null;
  /** Where a value could not be drawn: a cross at the foot of the chart. */
  crosses: readonly number[];
  /** The lines of the note that follows the pointer, about one row. */
  describe: (id: number) => readonly string[];
}

const MARGIN = { top: 18, right: 12, bottom: 4, left: 0 };
/** Without any row recharts leaves out the ticks below the chart; without one that has a place, those beside it. */
const NO_PLACE: readonly ChartRow[] = [{ id: 0, x: 0, y: NaN }];
const TEXT = { fill: 'var(--muted)', fontSize: 11 };
const EVENT_TEXT = { position: 'insideTopLeft', fill: 'var(--second)', fontSize: 11 } as const;

/** Fills the box it is put in. Those who cannot see it need a summary or a table beside it. */
export function LineChart(props: LineChartProps) {
  const { rows, lines, marked, x, y, verticals, events, horizontal, crosses, describe } = props;
  // Rows cost recharts more than all the rest of a chart: it has them while somebody points, and one for its axes otherwise.
  const [isPointed, setPointed] = useState(false);
  const onePlace = useMemo(() => [{ id: 0, x: x.domain[0], y: y.domain[0] }], [x, y]);
  return (
    <div
      className={styles.chart}
      aria-hidden="true"
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
    >
      <ResponsiveContainer width="100%" height="100%">
        <RechartsLineChart
          data={rows.length === 0 ? NO_PLACE : isPointed ? rows : onePlace}
          margin={MARGIN}
          accessibilityLayer={false}
        >
          <Axes x={x} y={y} />
          <Hairlines horizontals={y.ticks} verticals={verticals} />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--edge)' }}
            content={({ active, payload }) => {
              // recharts hands back the very row it was given.
              const row = payload[0]?.payload as ChartRow | undefined;
              return active && row ? <ChartTooltip lines={describe(row.id)} /> : null;
            }}
          />
          {lines.map((line, index) => (
            <PlainLine key={index} {...line} />
          ))}
          <Line dataKey="y" stroke="none" dot={false} activeDot={false} isAnimationActive={false} />
          {marked && <MarkedLine points={marked} />}
          {horizontal && (
            <ReferenceLine
              y={horizontal.value}
              stroke="var(--second)"
              strokeDasharray="6 4"
              label={{
                value: horizontal.label,
                // Marked points end at the right, near such a value, and are of its colour.
                position: marked?.length ? 'insideBottomLeft' : 'insideBottomRight',
                fill: 'var(--second)',
                fontSize: 12,
              }}
            />
          )}
          {events?.map((event) => (
            <ReferenceLine
              key={event.x}
              x={event.x}
              stroke="var(--second)"
              label={{ ...EVENT_TEXT, value: event.label }}
            />
          ))}
          {crosses.map((place) => (
            <ReferenceDot key={place} x={place} y={y.domain[0]} shape={<Cross />} />
          ))}
        </RechartsLineChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Apart from the lines, because recharts works out everything anew when an axis is given again. */
const Axes = memo(function Axes({ x, y }: { x: ChartAxis; y: ChartAxis }) {
  return (
    <>
      <XAxis
        {...axis(x)}
        dataKey="x"
        height={34}
        stroke="var(--edge)"
        label={{ ...TEXT, value: x.label, position: 'insideBottomRight', offset: 0 }}
      />
      <YAxis
        {...axis(y)}
        width={48}
        axisLine={false}
        label={{ ...TEXT, value: y.label, position: 'top', offset: 8 }}
      />
    </>
  );
});

/** Domain and ticks are what they are: recharts need neither look for rounder ones nor measure which fit. */
function axis({ scale, domain, ticks, format }: ChartAxis) {
  return {
    type: 'number',
    scale,
    domain,
    ticks,
    niceTicks: 'none',
    interval: 0,
    tickFormatter: format,
    tick: TEXT,
    tickLine: false,
  } as const;
}

function Cross({ cx = 0, cy = 0 }: { cx?: number; cy?: number }) {
  return <path d={`M${cx - 4} ${cy - 8}l8 8m0-8l-8 8`} stroke="var(--danger)" strokeWidth={2} />;
}
