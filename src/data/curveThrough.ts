import type { Point } from './drawing';

/** Straight pieces that stand for the curve between two points; at ten, no corner shows on a pad of 400 pixels. */
const PIECES = 10;

/**
 * A smooth curve through all points, in their order (Catmull and Rom, "A class of local interpolating splines",
 * 1974).
 */
export function curveThrough(points: readonly Point[]): Point[] {
  return points.flatMap((point, i) => {
    const next = points.at(i + 1);
    if (!next) return [point];
    const before = points[Math.max(0, i - 1)];
    const after = points[Math.min(points.length - 1, i + 2)];
    return Array.from({ length: PIECES }, (_, piece) => {
      const share = piece / PIECES;
      return {
        x: between(before.x, point.x, next.x, after.x, share),
        y: between(before.y, point.y, next.y, after.y, share),
      };
    });
  });
}

/** The spline's value `share` of the way from b to c. */
function between(a: number, b: number, c: number, d: number, share: number): number {
  const slopeAtB = (c - a) / 2;
  const slopeAtC = (d - b) / 2;
  const square = 3 * (c - b) - 2 * slopeAtB - slopeAtC;
  const cube = 2 * (b - c) + slopeAtB + slopeAtC;
  return b + share * (slopeAtB + share * (square + share * cube));
}
