import type { Grey } from '../../data/photo/grey';
import { greyFromRgba } from '../../data/photo/grey';
import { get2d } from '../../ui/get2d';

export type PictureProblem = 'noPicture' | 'tooLarge' | 'hidden';

/** A photo is looked at with this many pixels along its longer side: a line of a pen on a sheet of A4 still shows. */
const LONGEST_SIDE = 640;

/** Decoding a picture takes four bytes a pixel, however small the file is. */
const MOST_PIXELS = 120_000_000;
const MOST_BYTES = 100_000_000;

/** The browser's own noise in pixels that are read back stays below this (of 255), where they are to be had at all. */
const READ_BACK_NOISE = 8;

/** A picture file's pixels in grey, made smaller by the browser while it decodes, off the main thread; or why there are none. */
export async function decodePicture(file: Blob): Promise<Grey | PictureProblem> {
  if (file.size > MOST_BYTES) return 'tooLarge';
  const size = await sizeOf(file);
  if (!size) return 'noPicture';
  if (size.width * size.height > MOST_PIXELS) return 'tooLarge';
  const scale = Math.min(1, LONGEST_SIDE / Math.max(size.width, size.height));
  const width = Math.max(1, Math.round(scale * size.width));
  const height = Math.max(1, Math.round(scale * size.height));
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file, {
      resizeWidth: width,
      resizeHeight: height,
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

/** Its size in pixels, for which browsers read but the beginning of a file; null for what is no picture. */
async function sizeOf(file: Blob): Promise<{ width: number; height: number } | null> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    await new Promise((resolve, reject) => {
      image.onload = resolve;
      image.onerror = reject;
      image.src = address;
    });
    const { naturalWidth: width, naturalHeight: height } = image;
    return width > 0 && height > 0 ? { width, height } : null;
  } catch {
    return null;
  } finally {
    URL.revokeObjectURL(address);
  }
}

/**
 * Some browsers falsify what is read back from a canvas, against fingerprinting. A little noise does no harm to a
 * photo; a white row above the picture shows whether it is more.
 */
function readPixels(bitmap: ImageBitmap): Grey | PictureProblem {
  const { width, height } = bitmap;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height + 1;
  const context = get2d(canvas);
  context.fillStyle = '#fff';
  context.fillRect(0, 0, width, height + 1);
  context.drawImage(bitmap, 0, 1);
  const white = greyFromRgba(context.getImageData(0, 0, width, 1).data, width, 1);
  if (white.brightness.some((value) => value < 255 - READ_BACK_NOISE)) return 'hidden';
  return greyFromRgba(context.getImageData(0, 1, width, height).data, width, height);
}
