import { digitFromDrawing } from '../data/digitFromDrawing';
import type { Drawing, Point } from '../data/drawing';
import { emptyDrawing } from '../data/drawing';
import { erase } from '../data/erase';
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
      return pad.gesture?.hasChanged ? { ...back(pad), future: [] } : { ...pad, gesture: null };
    case 'replace':
      return change({ ...pad, gesture: null, guide: null }, edit.drawing);
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

/** What the network is given of it; null while it is empty. */
export const digitOfPad = ({ drawing, framing }: PadState) => digitFromDrawing(drawing, framing);

const putDown = (pad: PadState, last: Point): PadState => ({ ...pad, gesture: { last, hasChanged: false } });

/** Goes on with the stroke or the erasure under way. */
function goOn(pad: PadState, points: readonly Point[]): PadState {
  const { drawing, gesture } = pad;
  if (!gesture) return pad;
  const next = pad.tool === 'pen' ? extendStroke(pad, points) : eraseAlong(drawing, gesture.last, points);
  const changed = change(pad, next);
  const hasChanged = changed.gesture?.hasChanged ?? false;
  return { ...changed, gesture: { last: points[points.length - 1], hasChanged } };
}

function extendStroke({ drawing, gesture, penWidth }: PadState, points: readonly Point[]): Drawing {
  const underWay = gesture?.hasChanged ? drawing.strokes.at(-1) : undefined;
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

/** Shows another drawing. All changes of one gesture are one in the history. */
function change(pad: PadState, drawing: Drawing): PadState {
  if (drawing === pad.drawing) return pad;
  const { gesture } = pad;
  if (gesture?.hasChanged) return { ...pad, drawing };
  const past = [...pad.past, pad.drawing].slice(-LONGEST_PAST);
  return { ...pad, drawing, past, future: [], gesture: gesture && { ...gesture, hasChanged: true } };
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
