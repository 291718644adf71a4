import { linearTicks } from '../lib/axisTicks';
import { escapeMarkup } from '../lib/escapeMarkup';
import { formatCount } from '../lib/formatCount';
import { minMaxBuckets } from '../lib/minMaxBuckets';
import type { ChartText } from './chartSvg';

/** A number for each step, and what is drawn beside it. */
export interface CurveDrawing extends ChartText {
  readonly raw: Float32Array;
  readonly smoothed: Float32Array;
  /** A few values of the same kind; `step` counts completed ones. */
  readonly marks: readonly { readonly step: number; readonly value: number }[];
  /** Completed steps at the end of each epoch. */
  readonly epochEnds: readonly number[];
  /** What the horizontal axis counts. */
  readonly stepLabel: string;
  readonly unit: string;
  /** Where the vertical axis ends; null where the largest value does. It begins at 0. */
  readonly top: number | null;
  readonly format: (value: number) => string;
}

// Sizes in CSS pixels; as wide as a report is on screen.
const WIDTH = 832;
const HEIGHT = 280;
const LEFT = 48;
const RIGHT = WIDTH - 16;
const TOP = 24;
const BOTTOM = HEIGHT - 40;

const TICK_COUNT = 5;
/** More cannot be told apart at this width. */
const MAX_POINTS = 600;

/** The page's light colours (tokens.css), as a report has white paper. */
const PAPER = '#ffffff';
const MUTED = '#5d5b55';
const HAIRLINE = '#dcd9d0';
const EDGE = '#85817a';
const LINE = '#0a5cb8';
const MARK = '#a84a00';
const DANGER = '#b3261e';

/** One curve of a run as a standalone SVG file, drawn from its numbers alone: whatever is on screen, and however wide. */
export function curveSvg(curve: CurveDrawing): string {
  const { raw, smoothed, marks, epochEnds, stepLabel, unit, format, title, summary } = curve;
  const { indices, missing } = minMaxBuckets(raw, MAX_POINTS);
  const seen = marks.filter(({ value }) => Number.isFinite(value));
  const largest = Math.max(...indices.map((step) => raw[step]), ...seen.map(({ value }) => value));
  const horizontal = linearTicks(Math.max(1, raw.length), TICK_COUNT);
  const vertical = linearTicks(curve.top ?? largest, TICK_COUNT);

  // Tenths of a pixel are finer than any screen or printer.
  const x = (step: number) => tenths(LEFT + ((RIGHT - LEFT) * step) / horizontal.domain[1]);
  const y = (value: number) => tenths(BOTTOM - ((BOTTOM - TOP) * value) / vertical.domain[1]);
  const path = (points: readonly string[], look: string) =>
    points.length > 0 ? `<path d="M${points.join('L')}" ${look}/>` : '';
  const line = (values: Float32Array, look: string) =>
    path(
      minMaxBuckets(values, MAX_POINTS).indices.map((step) => `${x(step + 1)} ${y(values[step])}`),
      look,
    );
  const text = (left: string | number, base: string | number, anchor: string, content: string) =>
    `<text x="${left}" y="${base}" text-anchor="${anchor}">${escapeMarkup(content)}</text>`;

  return [
    `<svg xmlns="http://www.w3.org/2000/svg" role="img" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">`,
    `<title>${escapeMarkup(title)}</title><desc>${escapeMarkup(summary)}</desc>`,
    `<rect width="100%" height="100%" fill="${PAPER}"/>`,
    `<g fill="none" stroke-linejoin="round">`,
    ...vertical.ticks.map((tick) => `<path d="M${LEFT} ${y(tick)}H${RIGHT}" stroke="${HAIRLINE}"/>`),
    ...epochEnds.map((step) => `<path d="M${x(step)} ${TOP}V${BOTTOM}" stroke="${HAIRLINE}"/>`),
    `<path d="M${LEFT} ${BOTTOM}H${RIGHT}" stroke="${EDGE}"/>`,
    line(raw, `stroke="${LINE}" stroke-opacity="0.3"`),
    line(smoothed, `stroke="${LINE}" stroke-width="2"`),
    path(
      seen.map(({ step, value }) => `${x(step)} ${y(value)}`),
      `stroke="${MARK}" stroke-width="1.5"`,
    ),
    // From the first on there are usually nothing but such: one mark says where that began.
    ...missing
      .slice(0, 1)
      .map(
        (step) =>
          `<path d="M${x(step + 1)} ${BOTTOM - 4}m-4 -4l8 8m0 -8l-8 8" stroke="${DANGER}" stroke-width="2"/>`,
      ),
    `</g>`,
    ...seen.map(({ step, value }) => `<circle cx="${x(step)}" cy="${y(value)}" r="3" fill="${MARK}"/>`),
    `<g fill="${MUTED}" font-family="system-ui, sans-serif" font-size="11">`,
    // A step is whole, or it is not there.
    ...horizontal.ticks
      .filter(Number.isInteger)
      .map((tick) => text(x(tick), BOTTOM + 16, 'middle', formatCount(tick))),
    ...vertical.ticks.map((tick) => text(LEFT - 8, y(tick) + 4, 'end', format(tick))),
    text(LEFT - 8, 12, 'end', unit),
    text(RIGHT, HEIGHT - 8, 'end', stepLabel),
    `</g></svg>`,
  ].join('');
}

function tenths(pixels: number): number {
  return Math.round(10 * pixels) / 10;
}
