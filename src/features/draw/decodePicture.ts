import type { Grey } from '../../data/photo/grey';
import { greyFromRgba } from '../../data/photo/grey';

/** No picture, or one whose pixels the browser hides from pages. */
export type PictureProblem = 'noPicture' | 'hidden';

/** A photo is looked at with this many pixels along its longer side: a line of a pen on a sheet of A4 still shows. */
const LONGEST_SIDE = 640;

/** The browser's own noise in pixels that are read back stays below this (of 255), where they are to be had at all. */
const READ_BACK_NOISE = 8;

/** Pixels across and down. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** A picture file's pixels in grey, made smaller while it is decoded; or why there are none. For a worker: it takes its time. */
export async function decodePicture(file: Blob, size: PictureSize): Promise<Grey | PictureProblem> {
  const scale = Math.min(1, LONGEST_SIDE / Math.max(size.width, size.height));
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, {
      resizeWidth: Math.max(1, Math.round(scale * size.width)),
      resizeHeight: Math.max(1, Math.round(scale * size.height)),
      resizeQuality: scale < 1 ? 'high' : 'pixelated',
    });
  } catch {
    return 'noPicture';
  }
  try {
    return readPixels(bitmap);
  } finally {
    bitmap.close();
  }
}

/**
 * Some browsers falsify what is read back from a canvas, against fingerprinting. A little noise does no harm to a
 * photo; a white row above the picture shows whether it is more.
 */
function readPixels(bitmap: ImageBitmap): Grey | PictureProblem {
  const { width, height } = bitmap;
  const context = new OffscreenCanvas(width, height + 1).getContext('2d', { willReadFrequently: true });
  if (!context) return 'hidden';
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height + 1);
  context.drawImage(bitmap, 0, 1);
  const white = greyFromRgba(context.getImageData(0, 0, width, 1).data, width, 1);
  if (white.brightness.some((value) => value < 255 - READ_BACK_NOISE)) return 'hidden';
  return greyFromRgba(context.getImageData(0, 1, width, height).data, width, height);
}
