import type { Picture } from '../../data/drawing';
import type { PictureProblem, PictureSize } from './decodePicture';

/** The digit found in a picture file, or why there is none. */
export type PictureAnswer = Picture | PictureProblem | 'tooLarge' | 'empty';

/** Decoding a picture takes four bytes a pixel, however small the file is. */
const MOST_PIXELS = 120_000_000;
const MOST_BYTES = 100_000_000;

/** Looks for a digit in a picture file, in a thread of its own: a photo takes a second, and the page goes on meanwhile. */
export async function readPicture(file: Blob): Promise<PictureAnswer> {
  if (file.size > MOST_BYTES) return 'tooLarge';
  const size = await sizeOf(file);
  if (!size) return 'noPicture';
  if (size.width * size.height > MOST_PIXELS) return 'tooLarge';
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url), {
    type: 'module',
    name: 'picture',
  });
  try {
    return await new Promise<PictureAnswer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<PictureAnswer>) => resolve(data);
      worker.onerror = ({ message }) => reject(new Error(message));
      worker.postMessage({ file, size });
    });
  } finally {
    worker.terminate();
  }
}

/** Its size in pixels, for which browsers read but the beginning of a file; null for what is no picture. */
async function sizeOf(file: Blob): Promise<PictureSize | null> {
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
