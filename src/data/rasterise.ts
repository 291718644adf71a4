import type { Drawing } from './drawing';

/** Where a drawing comes to lie on the field: a point p of the pad at pixel position `scale` · p + (`x`, `y`). */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/**
 * The ink of a round pen drawn along every stroke: `side` × `side` numbers, row by row, 0 = bare paper, 1 = all
 * ink. Positions and `penWidth` are in pixels; pixel (0, 0) is the square from (0, 0) to (1, 1).
 *
 * A pixel's ink follows from the distance between its middle and the nearest stroke, so crossing strokes are no
 * darker than one, and neither the order of the strokes nor the number of points along a line matters. It takes
 * time proportional to the pixels in reach of each segment; what lies beyond the field is left out.
 */
export function rasterise(
  drawing: Drawing,
  placement: Placement,
  penWidth: number,
  side: number,
): Float32Array {
  // An edge crosses a pixel from full to none as its distance goes from half a pixel inside to half outside.
  const reach = penWidth / 2 + 0.5;
  const squaredDistances = new Float32Array(side * side).fill(reach * reach);
  for (const stroke of drawing) {
    let start = stroke[0];
    for (const end of stroke) {
      nearSegment(
        start.x * placement.scale + placement.x,
        start.y * placement.scale + placement.y,
        end.x * placement.scale + placement.x,
        end.y * placement.scale + placement.y,
        reach,
        side,
        squaredDistances,
      );
      start = end;
    }
  }
  return squaredDistances.map((squared) => Math.min(1, reach - Math.sqrt(squared)));
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
