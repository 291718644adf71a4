import { get2d } from './get2d';

/** One canvas pixel for each of `side` × `side` amounts of ink (0–255), in the canvas's own CSS colour. */
export function paintInk(canvas: HTMLCanvasElement, ink: Uint8Array, side: number): void {
  const context = get2d(canvas);
  const image = context.createImageData(side, side);
  ink.forEach((amount, pixel) => {
    image.data[4 * pixel + 3] = amount;
  });
  context.putImageData(image, 0, 0);
  context.globalCompositeOperation = 'source-in';
  context.fillStyle = getComputedStyle(canvas).color;
  context.fillRect(0, 0, side, side);
  context.globalCompositeOperation = 'source-over';
}
