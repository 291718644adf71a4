import { Problem } from '../lib/problem';
import type { LegendEntry } from './captioned';
import { captioned } from './captioned';
import type { DrawnElement, PaintProperty } from './svgMarkup';
import { paintProperties, svgMarkup } from './svgMarkup';

/** What follows the pointer, what is for the page alone, and what svgMarkup writes itself. */
const LEFT_OUT = 'title, desc, script, style, foreignObject, .recharts-tooltip-cursor';
/** How browsers write a computed colour that does not cover anything. */
const TRANSPARENT = /^transparent$|^rgba\(.*, 0\)$|\/ 0\)$/;
/** Paper, for a page that has no background of its own. */
const WHITE = 'rgb(255, 255, 255)';

/** What a chart is called, and what it shows in a sentence. */
export interface ChartText {
  readonly title: string;
  readonly summary: string;
}

/**
 * A chart as it is on screen, as a standalone SVG file under its title: colours, fonts and sizes written out, on the background it is
 * seen on.
 *
 * @param legend names of lines; `stroke` is what the chart's own elements have as that attribute. A line that is not drawn is left out.
 * @throws Problem `chartNotShown` where it takes no room, so that there is nothing to copy
 */
export function chartSvg(chart: SVGSVGElement, text: ChartText, legend: readonly LegendEntry[] = []): string {
  const { width, height } = chart.getBoundingClientRect();
  if (width === 0 || height === 0) throw new Problem('chartNotShown');
  const named = legend.flatMap((entry) => {
    const line = chart.querySelector(`[stroke="${CSS.escape(entry.stroke)}"]`);
    return line ? [{ ...entry, stroke: getComputedStyle(line).stroke }] : [];
  });
  const { color } = getComputedStyle(chart);
  const { drawing, ...size } = captioned(
    { drawing: readElement(chart), width, height },
    text.title,
    named,
    color,
  );
  return svgMarkup(drawing, { ...text, ...size, background: backgroundBehind(chart) });
}

function readElement(element: Element): DrawnElement {
  const computed = getComputedStyle(element);
  const style = Object.fromEntries(paintProperties.map((name) => [name, computed.getPropertyValue(name)]));
  return {
    tag: element.tagName,
    attributes: Object.fromEntries(Array.from(element.attributes, ({ name, value }) => [name, value])),
    // `paintProperties` are all the keys there are.
    style: style as Record<PaintProperty, string>,
    children: [...element.childNodes].flatMap(readChild),
  };
}

function readChild(node: ChildNode): (DrawnElement | string)[] {
  if (node instanceof Text) return [node.data];
  if (!(node instanceof Element) || node.matches(LEFT_OUT)) return [];
  return getComputedStyle(node).display === 'none' ? [] : [readElement(node)];
}

/** The colour of the nearest element around the chart that has one. */
function backgroundBehind(chart: Element): string {
  for (let element: Element | null = chart; element; element = element.parentElement) {
    const { backgroundColor } = getComputedStyle(element);
    if (!TRANSPARENT.test(backgroundColor)) return backgroundColor;
  }
  return WHITE;
}
