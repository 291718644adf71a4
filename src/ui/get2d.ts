/** The canvas's drawing functions. A canvas has them unless it was already given to a graphics card. */
export function get2d(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This canvas cannot be painted on.');
  return context;
}
