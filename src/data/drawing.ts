/** A place on the drawing pad, in parts of its side: (0, 0) top left, (1, 1) bottom right. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the pen went between touching the pad and leaving it. At least one point. */
export type Stroke = readonly Point[];

/** Strokes in the order they were drawn; none on an empty pad. */
export type Drawing = readonly Stroke[];
