import type { Drawing, Picture, Point, Stroke } from './drawing';
import { PAD_PEN_WIDTH } from './drawing';
import { spanInReach } from './spanInReach';

/** Of a stroke that is cut, an end shorter than this part of its pen's width would be left as a crumb. */
const CRUMB = 0.25;

/**
 * The drawing without what a round eraser of `radius` (in parts of the pad) touches on its way from one place to
 * another. Strokes are cut where their ink meets it. What it does not touch stays the same object.
 */
export function erase(drawing: Drawing, from: Point, to: Point, radius: number): Drawing {
  const strokes = drawing.strokes.flatMap((stroke) => eraseStroke(stroke, from, to, radius));
  const isSame =
    strokes.length === drawing.strokes.length && strokes.every((stroke, i) => stroke === drawing.strokes[i]);
  const picture = drawing.picture && erasePicture(drawing.picture, from, to, radius);
  if (isSame && picture === drawing.picture) return drawing;
  return { picture, strokes: isSame ? drawing.strokes : strokes };
}

/** What remains of a stroke: itself, its parts, or nothing. */
function eraseStroke(stroke: Stroke, from: Point, to: Point, radius: number): Stroke[] {
  const { points, width } = stroke;
  // The pen's round end shall touch the eraser, not reach into it.
  const reach = radius + (width * PAD_PEN_WIDTH) / 2;
  const parts: Point[][] = [];
  let part: Point[] = [];
  let isCut = false;
  if (!spanInReach(points[0], points[0], from, to, reach)) part.push(points[0]);
  for (let i = 1; i < points.length; i++) {
    const [start, end] = [points[i - 1], points[i]];
    const erased = spanInReach(start, end, from, to, reach);
    if (!erased) {
      part.push(end);
      continue;
    }
    isCut = true;
    if (erased.first > 0) part.push(pointBetween(start, end, erased.first));
    parts.push(part);
    part = erased.last < 1 ? [pointBetween(start, end, erased.last), end] : [];
  }
  parts.push(part);
  if (!isCut) return part.length > 0 ? [stroke] : [];
  const crumb = CRUMB * width * PAD_PEN_WIDTH;
  return parts.filter((each) => lengthOf(each) > crumb).map((each) => ({ points: each, width }));
}

/** The picture without those pixels whose middles the eraser goes over; null where no ink is left. */
function erasePicture(picture: Picture, from: Point, to: Point, radius: number): Picture | null {
  const { side } = picture;
  const within = (position: number) => Math.min(side, Math.max(0, Math.round(position * side)));
  let ink: Uint8Array | null = null;
  for (
    let row = within(Math.min(from.y, to.y) - radius);
    row < within(Math.max(from.y, to.y) + radius);
    row++
  ) {
    const left = within(Math.min(from.x, to.x) - radius);
    const right = within(Math.max(from.x, to.x) + radius);
    for (let column = left; column < right; column++) {
      const pixel = row * side + column;
      if (picture.ink[pixel] === 0) continue;
      const middle = { x: (column + 0.5) / side, y: (row + 0.5) / side };
      if (!spanInReach(middle, middle, from, to, radius)) continue;
      ink ??= picture.ink.slice();
      ink[pixel] = 0;
    }
  }
  if (!ink) return picture;
  return ink.some((amount) => amount > 0) ? { ...picture, ink } : null;
}

const pointBetween = (a: Point, b: Point, share: number): Point => ({
  x: a.x + share * (b.x - a.x),
  y: a.y + share * (b.y - a.y),
});

function lengthOf(points: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < points.length; i++) {
    length += Math.hypot(points[i].x - points[i - 1].x, points[i].y - points[i - 1].y);
  }
  return length;
}
