import type { Stroke } from './drawing';

/** Where a drawing comes to lie on the field: a point p of the pad at pixel position `scale` · p + (`x`, `y`). */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/**
 * The ink of round pens drawn along every stroke: `side` × `side` numbers, row by row, 0 = bare paper, 1 = all
 * ink. Positions and `penWidth`, that of a usual pen, are in pixels; pixel (0, 0) is the square from (0, 0) to (1, 1).
 *
 * A pixel's ink follows from the distance between its middle and the nearest stroke, so crossing strokes are no
 * darker than one, and neither the order of the strokes nor the number of points along a line matters. It takes
 * time proportional to the pixels in reach of each segment; what lies beyond the field is left out.
 */
export function rasterise(
  strokes: readonly Stroke[],
  placement: Placement,
  penWidth: number,
  side: number,
): Float32Array {
  const ink = new Float32Array(side * side);
  for (const width of new Set(strokes.map((stroke) => stroke.width))) {
    // An edge crosses a pixel from full to none as its distance goes from half a pixel inside to half outside.
    const reach = (width * penWidth) / 2 + 0.5;
    const squaredDistances = new Float32Array(side * side).fill(reach * reach);
    for (const stroke of strokes) {
      if (stroke.width === width) nearStroke(stroke, placement, reach, side, squaredDistances);
    }
    squaredDistances.forEach((squared, pixel) => {
      ink[pixel] = Math.max(ink[pixel], Math.min(1, reach - Math.sqrt(squared)));
    });
  }
  return ink;
}

/** Lowers the squared distance of every pixel in reach of the stroke. */
function nearStroke(
  { points }: Stroke,
  { scale, x, y }: Placement,
  reach: number,
  side: number,
  squaredDistances: Float32Array,
): void {
  let startX = points[0].x * scale + x;
  let startY = points[0].y * scale + y;
  for (const point of points) {
    const endX = point.x * scale + x;
    const endY = point.y * scale + y;
    nearSegment(startX, startY, endX, endY, reach, side, squaredDistances);
    startX = endX;
    startY = endY;
  }
}

/** Lowers the squared distance of every pixel in reach of the segment from (x0, y0) to (x1, y1). */
function nearSegment(
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  reach: number,
  side: number,
  squaredDistances: Float32Array,
): void {
  const alongX = x1 - x0;
  const alongY = y1 - y0;
  const squaredLength = alongX * alongX + alongY * alongY;
  const perSquaredLength = squaredLength > 0 ? 1 / squaredLength : 0;

  // Only pixels whose middles can be in reach: at large, the box around the segment.
  const firstColumn = Math.max(0, Math.ceil(Math.min(x0, x1) - reach - 0.5));
  const lastColumn = Math.min(side - 1, Math.floor(Math.max(x0, x1) + reach - 0.5));
  const firstRow = Math.max(0, Math.ceil(Math.min(y0, y1) - reach - 0.5));
  const lastRow = Math.min(side - 1, Math.floor(Math.max(y0, y1) + reach - 0.5));

  for (let row = firstRow; row <= lastRow; row++) {
    const fromY = row + 0.5 - y0;
    for (let column = firstColumn; column <= lastColumn; column++) {
      const fromX = column + 0.5 - x0;
      const share = Math.max(0, Math.min(1, (fromX * alongX + fromY * alongY) * perSquaredLength));
      const awayX = fromX - share * alongX;
      const awayY = fromY - share * alongY;
      const squared = awayX * awayX + awayY * awayY;
      const pixel = row * side + column;
      if (squared < squaredDistances[pixel]) squaredDistances[pixel] = squared;
    }
  }
}
