import type { Point } from '../../data/drawing';

/** The place half way between two. */
export const middle = (a: Point, b: Point): Point => ({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 });
