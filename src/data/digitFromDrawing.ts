import { DIGIT_SIDE } from './digitSide';
import type { Drawing, Point } from './drawing';
import { PAD_PEN_WIDTH } from './drawing';
import type { Framing } from './framing';
import { mnistFraming } from './framing';
import type { InkBox } from './inkBox';
import { inkBoxes } from './inkBox';
import { pictureInk } from './pictureInk';
import type { Placement } from './rasterise';
import { rasterise } from './rasterise';

/** The longer side of the ink (pixels): MNIST's digits were scaled to fit a box of 20×20. */
export const INK_SIDE = 20;

/**
 * MNIST's pen (pixels). Of 1,000 of its training digits, redrawn along their skeletons with pens from 1.5 to 4
 * in steps of 0.25, this one gave the least squared error, and ink nearest to theirs: 101 pixels against 103.
 */
const PEN_WIDTH = 2.5;

/**
 * Where the centre of mass belongs (pixels from the top left corner). Over MNIST's 60,000 training digits it
 * lies on average at row 14.00, column 14.01, counted in pixels: the middle of pixel (14, 14), not the middle
 * of the field.
 */
export const MASS_CENTRE = 14.5;

/**
 * The least extent that is scaled up to full size, in parts of the pad. Anything smaller is a tap with an
 * unsteady hand, and becomes a dot, or little more.
 */
const SMALLEST_DIGIT = 0.05;

/** Where a drawing lies on the field, and how wide a usual pen is there (pixels). */
export interface Layout extends Placement {
  readonly penWidth: number;
}

/** A drawing on its way to the network. */
export interface FramedDrawing {
  /** Without points that are not finite. */
  readonly drawing: Drawing;
  /** What was cut out, in parts of the pad. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  /** With its box in the middle of the field. */
  readonly boxed: Layout;
  /** Where the centre of mass then is (pixels). */
  readonly mass: Point;
  /** As the network is given it. */
  readonly layout: Layout;
}

/**
 * The digit a drawing shows, framed as MNIST framed its own: 28×28 pixels, row by row, 0 = paper, 255 = ink;
 * null for an empty drawing. It matters neither where on the pad the drawing is nor how large. Points that are
 * not finite are left out.
 *
 * The strokes themselves are scaled and moved, not a picture of them, so a pen keeps its width and nothing is
 * blurred by resampling.
 */
export function digitFromDrawing(drawing: Drawing, framing: Framing = mnistFraming): Uint8Array | null {
  const framed = frameDrawing(drawing, framing);
  if (!framed) return null;
  const ink = inkOnField(framed.drawing, framed.layout, DIGIT_SIDE);
  const isBlackAndWhite = !framing.greys && !drawing.picture?.isFramed;
  return Uint8Array.from(ink, (share) => Math.round(255 * (isBlackAndWhite ? Math.round(share) : share)));
}

/** The steps of framing, and where each of them brings the ink; null for an empty drawing. */
export function frameDrawing(given: Drawing, framing: Framing): FramedDrawing | null {
  const drawing = withFinitePoints(given);
  const boxes = inkBoxes(drawing);
  if (boxes.length === 0) return null;
  const { boxed, box } = boxOnField(drawing, boxes, framing);
  const mass = centreOfMass(inkOnField(drawing, boxed, DIGIT_SIDE));
  if (!mass) return null;
  const isMoved = framing.centres && !drawing.picture?.isFramed;
  const layout = isMoved
    ? { ...boxed, x: boxed.x + MASS_CENTRE - mass.x, y: boxed.y + MASS_CENTRE - mass.y }
    : boxed;
  return { drawing, box, boxed, mass, layout };
}

/** All the ink of a drawing, `side` × `side` numbers from 0 to 1; `layout` is in pixels of that field. */
export function inkOnField({ picture, strokes }: Drawing, layout: Layout, side: number): Float32Array {
  const ink = rasterise(strokes, layout, layout.penWidth, side);
  if (!picture) return ink;
  const ofPicture = pictureInk(picture, layout, side);
  return ink.map((share, pixel) => Math.max(share, ofPicture[pixel]));
}

function withFinitePoints({ picture, strokes }: Drawing): Drawing {
  const finite = strokes.map((stroke) => ({ ...stroke, points: stroke.points.filter(isFinitePoint) }));
  return { picture, strokes: finite.filter(({ points }) => points.length > 0) };
}

function isFinitePoint({ x, y }: Point): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** The box that is cut out, as large as it shall be and in the middle of the field. */
function boxOnField(
  { picture }: Drawing,
  boxes: readonly InkBox[],
  { crops, fits }: Framing,
): Pick<FramedDrawing, 'boxed' | 'box'> {
  const side = fits && !picture?.isFramed ? INK_SIDE : DIGIT_SIDE;
  if (picture?.isFramed || !crops) {
    const margin = (DIGIT_SIDE - side) / 2;
    return {
      boxed: { scale: side, x: margin, y: margin, penWidth: PAD_PEN_WIDTH * side },
      box: { x: 0, y: 0, width: 1, height: 1 },
    };
  }
  const scale = scaleToFit(boxes, side);
  const reach = (box: InkBox) => (PEN_WIDTH * box.penWidth) / 2;
  const left = Math.min(...boxes.map((box) => scale * box.left - reach(box)));
  const right = Math.max(...boxes.map((box) => scale * box.right + reach(box)));
  const top = Math.min(...boxes.map((box) => scale * box.top - reach(box)));
  const bottom = Math.max(...boxes.map((box) => scale * box.bottom + reach(box)));
  return {
    boxed: {
      scale,
      x: (DIGIT_SIDE - left - right) / 2,
      y: (DIGIT_SIDE - top - bottom) / 2,
      penWidth: PEN_WIDTH,
    },
    box: {
      x: left / scale,
      y: top / scale,
      width: (right - left) / scale,
      height: (bottom - top) / scale,
    },
  };
}

/** The largest scale at which all ink fits: pens keep their width, so each pair of opposite edges has its own. */
function scaleToFit(boxes: readonly InkBox[], side: number): number {
  let scale = (side - PEN_WIDTH) / SMALLEST_DIGIT;
  for (const a of boxes) {
    for (const b of boxes) {
      const extent = Math.max(a.right - b.left, a.bottom - b.top);
      if (extent > 0) scale = Math.min(scale, (side - (PEN_WIDTH * (a.penWidth + b.penWidth)) / 2) / extent);
    }
  }
  return scale;
}

/** The centre of a field's ink, in pixels from its top left corner; null where there is none. */
function centreOfMass(ink: Float32Array): Point | null {
  let mass = 0;
  let x = 0;
  let y = 0;
  ink.forEach((share, pixel) => {
    mass += share;
    x += share * ((pixel % DIGIT_SIDE) + 0.5);
    y += share * (Math.floor(pixel / DIGIT_SIDE) + 0.5);
  });
  return mass > 0 ? { x: x / mass, y: y / mass } : null;
}
