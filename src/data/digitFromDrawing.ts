import type { Drawing, Point } from './drawing';
import type { Placement } from './rasterise';
import { rasterise } from './rasterise';

/** Pixels along a side of a digit, as MNIST has them. */
export const DIGIT_SIDE = 28;

/** The longer side of the ink (pixels): MNIST's digits were scaled to fit a box of 20×20. */
const INK_SIDE = 20;

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
const MASS_CENTRE = 14.5;

/**
 * The least extent that is scaled up to full size, in parts of the pad. Anything smaller is a tap with an
 * unsteady hand, and becomes a dot, or little more.
 */
const SMALLEST_DIGIT = 0.05;

/**
 * The digit a drawing shows, framed as MNIST framed its own: 28×28 pixels, row by row, 0 = paper, 255 = ink;
 * null for an empty drawing. It matters neither where on the pad the drawing is nor how large. Points that are
 * not finite are left out.
 *
 * The strokes themselves are scaled and moved, not a picture of them, so the pen keeps one width and nothing is
 * blurred by resampling.
 */
export function digitFromDrawing(drawing: Drawing): Uint8Array | null {
  const strokes = drawing.map((stroke) => stroke.filter(isFinitePoint)).filter((stroke) => stroke.length > 0);
  if (strokes.length === 0) return null;

  const centred = fitInkBox(strokes);
  const mass = centreOfMass(rasterise(strokes, centred, PEN_WIDTH, DIGIT_SIDE));
  const placement = {
    scale: centred.scale,
    x: centred.x + MASS_CENTRE - mass.x,
    y: centred.y + MASS_CENTRE - mass.y,
  };
  const ink = rasterise(strokes, placement, PEN_WIDTH, DIGIT_SIDE);
  return Uint8Array.from(ink, (share) => Math.round(255 * share));
}

function isFinitePoint({ x, y }: Point): boolean {
  return Number.isFinite(x) && Number.isFinite(y);
}

/** The longer side of the ink `INK_SIDE` pixels long, and its box in the middle of the field. */
function fitInkBox(strokes: Drawing): Placement {
  let left = Infinity;
  let right = -Infinity;
  let top = Infinity;
  let bottom = -Infinity;
  for (const stroke of strokes) {
    for (const { x, y } of stroke) {
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  const extent = Math.max(right - left, bottom - top, SMALLEST_DIGIT);
  // The pen's own width reaches half beyond the points on either side.
  const scale = (INK_SIDE - PEN_WIDTH) / extent;
  return {
    scale,
    x: (DIGIT_SIDE - scale * (left + right)) / 2,
    y: (DIGIT_SIDE - scale * (top + bottom)) / 2,
  };
}

/** The centre of a field's ink, in pixels from its top left corner. */
function centreOfMass(ink: Float32Array): Point {
  let mass = 0;
  let x = 0;
  let y = 0;
  ink.forEach((share, pixel) => {
    mass += share;
    x += share * ((pixel % DIGIT_SIDE) + 0.5);
    y += share * (Math.floor(pixel / DIGIT_SIDE) + 0.5);
  });
  return { x: x / mass, y: y / mass };
}
