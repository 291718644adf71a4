/** A place on the drawing pad, in parts of its side: (0, 0) top left, (1, 1) bottom right. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The usual pen on the pad, in parts of its side: as bold as MNIST's, for a digit two thirds of the pad high. */
export const PAD_PEN_WIDTH = 0.08;

/** Where the pen went between touching the pad and leaving it. */
export interface Stroke {
  /** At least one. */
  readonly points: readonly Point[];
  /** The pen's width, in usual pens. */
  readonly width: number;
}

/** Ink that nobody drew by strokes: a photo of handwriting, or pixels that were set one by one. It covers the whole pad. */
export interface Picture {
  /** Pixels along a side. */
  readonly side: number;
  /** `side` × `side`, row by row, 0 = paper, 255 = ink; never all paper. */
  readonly ink: Uint8Array;
  /** Whether the pad is the 28×28 field itself, so that its ink is neither scaled nor moved. */
  readonly isFramed: boolean;
}

/** All the ink on the pad. */
export interface Drawing {
  readonly picture: Picture | null;
  /** In the order they were drawn. */
  readonly strokes: readonly Stroke[];
}

export const emptyDrawing: Drawing = { picture: null, strokes: [] };

export function isEmptyDrawing({ picture, strokes }: Drawing): boolean {
  return picture === null && strokes.length === 0;
}
