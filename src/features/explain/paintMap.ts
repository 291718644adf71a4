import type { ValueMap } from '../../explain/valueMap';

/** Less opaque than this cannot be seen. */
const FAINTEST = 1 / 255;
/** Canvas pixels along a side of a square. */
const SQUARE = 5;
/** With more of them in a row a minus would be too small to be seen. */
const MOST_WITH_MINUS = 60;

/**
 * One square for each value, as opaque as the value is large: above zero in the canvas's CSS colour; below in that of its border, with a
 * minus left out of it for those who tell the two colours apart badly. What is not a number stays empty.
 *
 * @param largest the value that is fully opaque
 */
export function paintMap(
  canvas: HTMLCanvasElement,
  { height, width, values }: ValueMap,
  largest: number,
): void {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This canvas cannot be painted on.');
  // Giving it a size also clears it.
  canvas.width = SQUARE * width;
  canvas.height = SQUARE * height;
  const { color, borderTopColor } = getComputedStyle(canvas);
  for (const [sign, colour] of [
    [1, color],
    [-1, borderTopColor],
  ] as const) {
    context.fillStyle = colour;
    values.forEach((value, place) => {
      const share = (sign * value) / largest;
      if (!(share >= FAINTEST)) return;
      context.globalAlpha = Math.min(1, share);
      const [left, top] = [SQUARE * (place % width), SQUARE * Math.floor(place / width)];
      context.fillRect(left, top, SQUARE, SQUARE);
      if (sign < 0 && width <= MOST_WITH_MINUS) context.clearRect(left + 1, top + 2, 3, 1);
    });
  }
}
