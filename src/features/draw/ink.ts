import type { Drawing } from '../../data/drawing';
import { addedInk } from './addedInk';
import { watchTheme } from './watchTheme';

/** The pen on the pad, in parts of the pad's side: as bold as in a digit that fills four fifths of the pad. */
export const PAD_PEN_WIDTH = 0.08;

/** Ink on a square canvas, in the canvas's own CSS colour and as sharp as the screen. */
export interface Ink {
  show(drawing: Drawing): void;
  dispose(): void;
}

/** Takes over a canvas. What is added to a drawing is painted over it; anything else repaints the whole. */
export function createInk(canvas: HTMLCanvasElement): Ink {
  const context = get2d(canvas);
  let shown: Drawing = [];

  function paint(strokes: Drawing) {
    const side = canvas.width;
    for (const stroke of strokes) {
      context.beginPath();
      // A line of no length leaves no dot in some browsers.
      context.moveTo(stroke[0].x * side - 0.01, stroke[0].y * side);
      for (const { x, y } of stroke) context.lineTo(x * side, y * side);
      context.stroke();
    }
  }

  function repaint() {
    // Setting the size clears the canvas and forgets the pen.
    const side = Math.max(1, Math.round(canvas.clientWidth * window.devicePixelRatio));
    canvas.width = side;
    canvas.height = side;
    context.strokeStyle = getComputedStyle(canvas).color;
    context.lineWidth = PAD_PEN_WIDTH * side;
    context.lineCap = 'round';
    context.lineJoin = 'round';
    paint(shown);
  }

  // An observer reports once at the start, too: that is the first painting.
  const sizes = new ResizeObserver(repaint);
  sizes.observe(canvas);
  const stopWatchingTheme = watchTheme(repaint);

  return {
    show(drawing) {
      const added = addedInk(shown, drawing);
      shown = drawing;
      if (added) paint(added);
      else repaint();
    },
    dispose() {
      sizes.disconnect();
      stopWatchingTheme();
    },
  };
}

/** The canvas's drawing functions. A canvas has them unless it was already given to a graphics card. */
export function get2d(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This canvas cannot be painted on.');
  return context;
}
