import type { FramedDrawing, Layout } from '../../data/digitFromDrawing';
import { INK_SIDE, MASS_CENTRE, inkOnField } from '../../data/digitFromDrawing';
import { DIGIT_SIDE } from '../../data/digitSide';
import type { Drawing, Point } from '../../data/drawing';
import { PAD_PEN_WIDTH } from '../../data/drawing';
import type { Framing } from '../../data/framing';

/** A step's outcome, `side` × `side` amounts of ink (0–255), with what is marked on it in the same pixels. */
export interface StepPicture {
  readonly ink: Uint8Array;
  readonly side: number;
  readonly isPixelated?: boolean;
  readonly box?: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly middle?: Point;
  readonly mass?: Point;
}

/** Pixels of a picture for each of the digit's, so that what is not yet in pixels looks smooth. */
const ZOOM = 4;
const SIDE = ZOOM * DIGIT_SIDE;

/** What every step makes of a drawing. The last is `digit`, which the network is given. */
export function stepPictures(
  { drawing, box, boxed, mass, layout }: FramedDrawing,
  framing: Framing,
  digit: Uint8Array,
): Record<keyof Framing, StepPicture> {
  const onPad = { scale: SIDE, x: 0, y: 0, penWidth: PAD_PEN_WIDTH * SIDE };
  const fitted = framing.fits && !drawing.picture?.isFramed ? INK_SIDE : DIGIT_SIDE;
  const margin = (ZOOM * (DIGIT_SIDE - fitted)) / 2;
  return {
    crops: { ink: inkOf(drawing, onPad), side: SIDE, box: scaled(box, SIDE) },
    fits: {
      ink: inkOf(drawing, zoomed(boxed)),
      side: SIDE,
      box: { x: margin, y: margin, width: ZOOM * fitted, height: ZOOM * fitted },
    },
    centres: {
      ink: inkOf(drawing, zoomed(layout)),
      side: SIDE,
      middle: { x: ZOOM * MASS_CENTRE, y: ZOOM * MASS_CENTRE },
      // Moving the ink moves its centre of mass as far.
      mass: { x: ZOOM * (mass.x + layout.x - boxed.x), y: ZOOM * (mass.y + layout.y - boxed.y) },
    },
    greys: { ink: digit, side: DIGIT_SIDE, isPixelated: true },
  };
}

function inkOf(drawing: Drawing, layout: Layout): Uint8Array {
  return Uint8Array.from(inkOnField(drawing, layout, SIDE), (share) => Math.round(255 * share));
}

const zoomed = ({ scale, x, y, penWidth }: Layout): Layout => ({
  scale: ZOOM * scale,
  x: ZOOM * x,
  y: ZOOM * y,
  penWidth: ZOOM * penWidth,
});

const scaled = ({ x, y, width, height }: FramedDrawing['box'], by: number) => ({
  x: by * x,
  y: by * y,
  width: by * width,
  height: by * height,
});
