import type { Point, Stroke } from '../../data/drawing';
import { PAD_PEN_WIDTH } from '../../data/drawing';
import type { StrokePart } from './addedInk';
import { addedInk } from './addedInk';
import { get2d } from '../../ui/get2d';
import { middle } from './middle';
import { watchTheme } from '../../ui/watchTheme';

/** Ink on a square canvas, in the canvas's own CSS colour and as sharp as the screen. */
export interface Ink {
  show(strokes: readonly Stroke[]): void;
  dispose(): void;
}

/**
 * Takes over a canvas. What is added to a drawing is painted over it; anything else repaints the whole, which
 * with 10,000 points takes several frames.
 *
 * Each stroke is a smooth curve from the middle of one pair of points to the middle of the next. It ends half
 * way to the last point, because the next point decides how it goes on: `Tips` shows the rest.
 */
export function createInk(canvas: HTMLCanvasElement): Ink {
  const context = get2d(canvas);
  let shown: readonly Stroke[] = [];

  function paint({ stroke: { points, width }, from }: StrokePart) {
    const scaled = ({ x, y }: Point) => [x * canvas.width, y * canvas.width] as const;
    context.lineWidth = width * PAD_PEN_WIDTH * canvas.width;
    context.beginPath();
    context.moveTo(...scaled(from < 2 ? points[0] : middle(points[from - 2], points[from - 1])));
    for (let i = Math.max(0, from - 1); i < points.length - 1; i++) {
      context.quadraticCurveTo(...scaled(points[i]), ...scaled(middle(points[i], points[i + 1])));
    }
    context.stroke();
  }

  function repaint() {
    // Setting the size clears the canvas and forgets the pen.
    const side = Math.max(1, Math.round(canvas.clientWidth * window.devicePixelRatio));
    canvas.width = side;
    canvas.height = side;
    context.strokeStyle = getComputedStyle(canvas).color;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    for (const stroke of shown) paint({ stroke, from: 0 });
  }

  // An observer reports once at the start, too: that is the first painting.
  const sizes = new ResizeObserver(repaint);
  sizes.observe(canvas);
  const stopWatchingTheme = watchTheme(repaint);

  return {
    show(strokes) {
      const added = addedInk(shown, strokes);
      shown = strokes;
      if (added) added.forEach(paint);
      else repaint();
    },
    dispose() {
      sizes.disconnect();
      stopWatchingTheme();
    },
  };
}
