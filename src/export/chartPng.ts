import { Problem } from '../lib/problem';

/** Pixels for each pixel of the chart: sharp in print and on fine screens. */
const SCALE = 2;

/**
 * A chart's SVG file as a PNG picture of twice its size.
 *
 * @throws Problem `chartNotPainted` where the browser cannot read the SVG, or has no memory for the picture
 */
export async function chartPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = await loadImage(address);
    const canvas = document.createElement('canvas');
    canvas.width = SCALE * image.naturalWidth;
    canvas.height = SCALE * image.naturalHeight;
    const context = canvas.getContext('2d');
    if (!context) throw new Problem('chartNotPainted', { detail: 'no canvas' });
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await pngOf(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

function loadImage(address: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Problem('chartNotPainted', { detail: 'SVG not read' }));
    image.src = address;
  });
}

function pngOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob) resolve(blob);
      else reject(new Problem('chartNotPainted', { detail: `${canvas.width}×${canvas.height} px` }));
    }, 'image/png');
  });
}
