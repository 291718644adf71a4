import type { Drawing, Point } from '../data/drawing';
import { emptyDrawing } from '../data/drawing';
import type { Framing } from '../data/framing';
import { mnistFraming } from '../data/framing';

interface Gesture {
  /** Where the pen or the eraser is. */
  readonly last: Point;
  /** What it has changed, as it was; null while it has changed nothing. */
  readonly before: Pick<PadState, 'drawing' | 'past' | 'future'> | null;
}

/** The drawing pad: what is on it, what was and may be again, and what it is drawn with. */
export interface PadState {
  readonly drawing: Drawing;
  /** Oldest first. */
  readonly past: readonly Drawing[];
  /** What was undone last comes last. */
  readonly future: readonly Drawing[];
  /** The stroke, erasure or drag under way, which is undone as one; null between two of them. */
  readonly gesture: Gesture | null;
  readonly tool: 'pen' | 'eraser';
  /** In usual pens. */
  readonly penWidth: number;
  readonly framing: Framing;
  /** A digit that lies faintly under the drawing, to be drawn over: 784 bytes, 0 = paper. Nobody reads it; null while there is none. */
  readonly guide: Uint8Array | null;
}

export type PadEdit =
  /** Goes on with the pen or the eraser; `isNew` puts it down. */
  | { readonly type: 'draw'; readonly points: readonly Point[]; readonly isNew: boolean }
  /** Forgets the stroke under way, as if it had never been. */
  | { readonly type: 'discard' }
  /** Puts another drawing on the pad: a sample, a picture, or none. A guide goes. */
  | { readonly type: 'replace'; readonly drawing: Drawing }
  /** Sets one of the 28×28 pixels to some ink (0–255), after which they are the drawing; `isNew` unless a drag goes on. */
  | { readonly type: 'setPixel'; readonly pixel: number; readonly ink: number; readonly isNew: boolean }
  /** Clears the pad and lays a digit under it. */
  | { readonly type: 'guide'; readonly digit: Uint8Array }
  | { readonly type: 'undo' }
  | { readonly type: 'redo' }
  | ({ readonly type: 'choose' } & Partial<Pick<PadState, 'tool' | 'penWidth' | 'framing'>>);

export const padAtFirst: PadState = {
  drawing: emptyDrawing,
  past: [],
  future: [],
  gesture: null,
  tool: 'pen',
  penWidth: 1,
  framing: mnistFraming,
  guide: null,
};
