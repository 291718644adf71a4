import type { Point } from './drawing';

/** Part of a segment: from the share `first` of its length to the share `last`. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The part of the segment from `start` to `end` that is no farther than `reach` from the segment from `from` to
 * `to`; null where none is. It is one part, because all places in reach of a segment make a convex shape: a
 * rectangle along it and a disc around either end.
 */
export function spanInReach(start: Point, end: Point, from: Point, to: Point, reach: number): Span | null {
  // Most of a long scribble is nowhere near.
  if (
    Math.max(start.x, end.x) < Math.min(from.x, to.x) - reach ||
    Math.min(start.x, end.x) > Math.max(from.x, to.x) + reach ||
    Math.max(start.y, end.y) < Math.min(from.y, to.y) - reach ||
    Math.min(start.y, end.y) > Math.max(from.y, to.y) + reach
  ) {
    return null;
  }
  const spans = [inDisc(start, end, from, reach), inDisc(start, end, to, reach)];
  spans.push(inRectangle(start, end, from, to, reach));
  const found = spans.filter((span) => span !== null);
  if (found.length === 0) return null;
  return {
    first: Math.min(...found.map(({ first }) => first)),
    last: Math.max(...found.map(({ last }) => last)),
  };
}

function inDisc(start: Point, end: Point, centre: Point, reach: number): Span | null {
  const alongX = end.x - start.x;
  const alongY = end.y - start.y;
  const fromX = start.x - centre.x;
  const fromY = start.y - centre.y;
  // |from + share · along|² = reach², a quadratic equation for the share.
  const squareLength = alongX * alongX + alongY * alongY;
  const beyond = fromX * fromX + fromY * fromY - reach * reach;
  if (squareLength === 0) return beyond <= 0 ? { first: 0, last: 1 } : null;
  const half = (fromX * alongX + fromY * alongY) / squareLength;
  const discriminant = half * half - beyond / squareLength;
  if (discriminant < 0) return null;
  const root = Math.sqrt(discriminant);
  return withinSegment(-half - root, -half + root);
}

function inRectangle(start: Point, end: Point, from: Point, to: Point, reach: number): Span | null {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return null;
  const unitX = (to.x - from.x) / length;
  const unitY = (to.y - from.y) / length;
  const along = ({ x, y }: Point) => (x - from.x) * unitX + (y - from.y) * unitY;
  const across = ({ x, y }: Point) => (y - from.y) * unitX - (x - from.x) * unitY;
  const lengthwise = between(along(start), along(end), 0, length);
  const sideways = between(across(start), across(end), -reach, reach);
  if (!lengthwise || !sideways) return null;
  return withinSegment(Math.max(lengthwise.first, sideways.first), Math.min(lengthwise.last, sideways.last));
}

/** The shares at which a value that goes evenly from `a` to `b` lies between two limits. */
function between(a: number, b: number, low: number, high: number): Span | null {
  if (a === b) return a >= low && a <= high ? { first: 0, last: 1 } : null;
  const [first, last] = [(low - a) / (b - a), (high - a) / (b - a)];
  return withinSegment(Math.min(first, last), Math.max(first, last));
}

function withinSegment(first: number, last: number): Span | null {
  const span = { first: Math.max(0, first), last: Math.min(1, last) };
  return span.first <= span.last ? span : null;
}
