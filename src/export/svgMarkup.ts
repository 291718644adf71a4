import { escapeMarkup } from '../lib/escapeMarkup';

/** An element of a drawing as plain data, with what style sheets made of it. */
export interface DrawnElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Computed values of `paintProperties`. */
  readonly style: Readonly<Record<PaintProperty, string>>;
  /** Elements and texts. */
  readonly children: readonly (DrawnElement | string)[];
}

/** What decides how a shape or a text looks, all inherited. Each may be written as an attribute. */
export const paintProperties = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'visibility',
] as const;
export type PaintProperty = (typeof paintProperties)[number];

/** What else a drawing is made of: mostly where things are. Anything else, like classes, events and what is said to screen readers, belongs to the page. */
const geometry: ReadonlySet<string> = new Set(
  (
    'id clip-path clipPathUnits transform opacity d points x y x1 y1 x2 y2 cx cy r rx ry width height dx dy ' +
    'rotate pathLength'
  ).split(' '),
);

export interface SvgFrame {
  /** Size on screen (CSS pixels). */
  readonly width: number;
  readonly height: number;
  readonly background: string;
  /** What the picture is called, and what it shows in a sentence: for those who cannot see it. */
  readonly title: string;
  readonly summary: string;
}

/**
 * A drawing as an SVG file that needs nothing else: colours, fonts and sizes are written out, once where children inherit them.
 *
 * @param drawing its root; `viewBox` among its attributes where the drawing's units are not pixels
 */
export function svgMarkup(drawing: DrawnElement, frame: SvgFrame): string {
  const { width, height, background, title, summary } = frame;
  const root = {
    xmlns: 'http://www.w3.org/2000/svg',
    role: 'img',
    width: String(width),
    height: String(height),
    viewBox: drawing.attributes['viewBox'] ?? `0 0 ${String(width)} ${String(height)}`,
    ...paint(drawing.style, null),
  };
  return element('svg', root, [
    element('title', {}, [escapeMarkup(title)]),
    element('desc', {}, [escapeMarkup(summary)]),
    element('rect', { width: '100%', height: '100%', fill: background, stroke: 'none' }, []),
    ...drawing.children.map((child) => markup(child, drawing.style)),
  ]);
}

function markup(part: DrawnElement | string, inherited: DrawnElement['style']): string {
  if (typeof part === 'string') return escapeMarkup(part);
  const places = Object.entries(part.attributes).filter(([name]) => geometry.has(name));
  return element(
    part.tag,
    { ...Object.fromEntries(places), ...paint(part.style, inherited) },
    part.children.map((child) => markup(child, part.style)),
  );
}

/** What differs from the parent. Plain numbers are pixels, and read by more programs. */
function paint(
  style: DrawnElement['style'],
  inherited: DrawnElement['style'] | null,
): Record<string, string> {
  const changed = paintProperties.filter((name) => style[name] !== inherited?.[name]);
  return Object.fromEntries(changed.map((name) => [name, style[name].replace(/(\d)px\b/g, '$1')]));
}

function element(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly string[],
): string {
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeMarkup(value)}"`);
  const opening = `<${tag}${written.join('')}`;
  return children.length > 0 ? `${opening}>${children.join('')}</${tag}>` : `${opening}/>`;
}
