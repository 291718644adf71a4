import type { DrawnElement } from './svgMarkup';

/** A line of a chart and what it is called. */
export interface LegendEntry {
  readonly name: string;
  readonly stroke: string;
  /** As SVG writes it; empty for a solid line. */
  readonly dash: string;
}

export interface Picture {
  readonly drawing: DrawnElement;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

// All in CSS pixels.
const EDGE = 12;
const HEAD = 32;
const TITLE_SIZE = 15;
const ROW = 20;
const NAME_SIZE = 13;
/** A piece of the line. */
const SWATCH = 40;
const NAME_LEFT = EDGE + SWATCH + 8;
/** Of a Latin letter at NAME_SIZE, wide rather than narrow: it is only guessed how much room a name takes. */
const LETTER = 7.5;
/** From here on letters are Chinese, Japanese or Korean, and twice as wide. */
const WIDE_LETTERS = 0x2e80;

/**
 * A chart under its title and over its legend, as a picture that makes sense by itself. On the page these are beside it.
 *
 * @param chart its units are pixels
 * @param ink colour of words
 */
export function captioned(
  { drawing: chart, width, height }: Picture,
  title: string,
  legend: readonly LegendEntry[],
  ink: string,
): Picture {
  const words = { ...chart.style, fill: ink, stroke: 'none', 'text-anchor': 'start' };
  const text = (x: number, y: number, size: number, weight: string, content: string): DrawnElement => ({
    tag: 'text',
    attributes: { x: String(x), y: String(y) },
    style: { ...words, 'font-size': `${String(size)}px`, 'font-weight': weight },
    children: [content],
  });
  const rows = legend.flatMap(({ name, stroke, dash }, index): DrawnElement[] => {
    const y = HEAD + height + (index + 0.5) * ROW;
    const swatch = {
      tag: 'path',
      attributes: { d: `M${String(EDGE)} ${String(y)}h${String(SWATCH)}` },
      style: {
        ...chart.style,
        fill: 'none',
        stroke,
        'stroke-width': '2px',
        'stroke-dasharray': dash || 'none',
      },
      children: [],
    };
    return [swatch, text(NAME_LEFT, y + 4, NAME_SIZE, '400', name)];
  });
  const names = legend.map(({ name }) => NAME_LEFT + LETTER * lettersOf(name) + EDGE);
  return {
    drawing: {
      ...chart,
      attributes: {},
      children: [
        text(EDGE, HEAD - 12, TITLE_SIZE, '600', title),
        { ...chart, tag: 'g', attributes: { transform: `translate(0 ${String(HEAD)})` } },
        ...rows,
      ],
    },
    // The last number of an axis may reach beyond the chart.
    width: Math.ceil(Math.max(width + EDGE, ...names)),
    height: Math.ceil(HEAD + height + ROW * legend.length + (legend.length > 0 ? EDGE : 0)),
  };
}

function lettersOf(name: string): number {
  return [...name].reduce((sum, letter) => sum + (letter.codePointAt(0)! < WIDE_LETTERS ? 1 : 2), 0);
}
