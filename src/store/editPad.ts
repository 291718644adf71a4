import { digitFromDrawing } from '../data/digitFromDrawing';
import { DIGIT_SIDE } from '../data/digitSide';
import type { Drawing, Point } from '../data/drawing';
import { emptyDrawing } from '../data/drawing';
import { erase } from '../data/erase';
import { mnistFraming } from '../data/framing';
import type { PadEdit, PadState } from './padState';

/** Drawings that can be had back: a picture in each would be 6 MB. */
const LONGEST_PAST = 100;

/** The eraser, in parts of the pad's side: 32 pixels across on a pad of 320. */
const ERASER_RADIUS = 0.05;

/** The pad after an edit. */
export function editPad(pad: PadState, edit: PadEdit): PadState {
  switch (edit.type) {
    case 'draw':
      return goOn(edit.isNew || !pad.gesture ? putDown(pad, edit.points[0]) : pad, edit.points);
    case 'discard':
      return { ...pad, ...pad.gesture?.before, gesture: null };
    case 'replace':
      return change({ ...pad, gesture: null, guide: null }, edit.drawing);
    case 'setPixel': {
      const at = {
        x: (edit.pixel % DIGIT_SIDE) / DIGIT_SIDE,
        y: Math.floor(edit.pixel / DIGIT_SIDE) / DIGIT_SIDE,
      };
      return change(
        edit.isNew || !pad.gesture ? putDown(pad, at) : pad,
        withPixel(pad, edit.pixel, edit.ink),
      );
    }
    case 'guide':
      return change({ ...pad, gesture: null, guide: edit.digit }, emptyDrawing);
    case 'undo':
      return back(pad);
    case 'redo':
      return forth(pad);
    case 'choose': {
      const { tool = pad.tool, penWidth = pad.penWidth, framing = pad.framing } = edit;
      return { ...pad, tool, penWidth, framing, gesture: null };
    }
  }
}

let latest: Pick<PadState, 'drawing' | 'framing'> & { readonly digit: Uint8Array | null } = {
  drawing: emptyDrawing,
  framing: mnistFraming,
  digit: null,
};

/** What the network is given of it, the same object as long as that does not change; null while it is empty. */
export function digitOfPad({ drawing, framing }: PadState): Uint8Array | null {
  if (drawing !== latest.drawing || framing !== latest.framing) {
    latest = { drawing, framing, digit: digitFromDrawing(drawing, framing) };
  }
  return latest.digit;
}

const putDown = (pad: PadState, last: Point): PadState => ({ ...pad, gesture: { last, before: null } });

/** Goes on with the stroke or the erasure under way. */
function goOn(pad: PadState, points: readonly Point[]): PadState {
  const { drawing, gesture } = pad;
  if (!gesture) return pad;
  const next = pad.tool === 'pen' ? extendStroke(pad, points) : eraseAlong(drawing, gesture.last, points);
  return change({ ...pad, gesture: { ...gesture, last: points[points.length - 1] } }, next);
}

function extendStroke({ drawing, gesture, penWidth }: PadState, points: readonly Point[]): Drawing {
  const underWay = gesture?.before ? drawing.strokes.at(-1) : undefined;
  const earlier = underWay ? drawing.strokes.slice(0, -1) : drawing.strokes;
  const stroke = underWay
    ? { ...underWay, points: [...underWay.points, ...points] }
    : { points, width: penWidth };
  return { ...drawing, strokes: [...earlier, stroke] };
}

function eraseAlong(drawing: Drawing, start: Point, points: readonly Point[]): Drawing {
  let last = start;
  let remaining = drawing;
  for (const point of points) {
    remaining = erase(remaining, last, point, ERASER_RADIUS);
    last = point;
  }
  return remaining;
}

/** What the network is given becomes the drawing, with one of its pixels changed. */
function withPixel(pad: PadState, pixel: number, ink: number): Drawing {
  const digit = digitOfPad(pad)?.slice() ?? new Uint8Array(DIGIT_SIDE ** 2);
  if (digit[pixel] === ink) return pad.drawing;
  digit[pixel] = ink;
  if (digit.every((amount) => amount === 0)) return emptyDrawing;
  return { picture: { side: DIGIT_SIDE, ink: digit, isFramed: true }, strokes: [] };
}

/** Shows another drawing. All changes of one gesture are one in the history. */
function change(pad: PadState, drawing: Drawing): PadState {
  if (drawing === pad.drawing) return pad;
  const { past, future, gesture } = pad;
  if (gesture?.before) return { ...pad, drawing };
  const before = { drawing: pad.drawing, past, future };
  return {
    ...pad,
    drawing,
    past: [...past, pad.drawing].slice(-LONGEST_PAST),
    future: [],
    gesture: gesture && { ...gesture, before },
  };
}

function back(pad: PadState): PadState {
  const drawing = pad.past.at(-1);
  if (!drawing) return { ...pad, gesture: null };
  const future = [...pad.future, pad.drawing];
  return { ...pad, drawing, past: pad.past.slice(0, -1), future, gesture: null };
}

function forth(pad: PadState): PadState {
  const drawing = pad.future.at(-1);
  if (!drawing) return pad;
  const past = [...pad.past, pad.drawing];
  return { ...pad, drawing, past, future: pad.future.slice(0, -1), gesture: null };
}
