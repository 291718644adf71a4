import type { ImageSource } from '../../src/engine/engine';

/** The first `count` images, their bytes 0 … 255 as floats 0 … 1. */
export function firstImagesAsFloats(
  { images, labels }: ImageSource,
  count: number,
): Float32Array<ArrayBuffer> {
  const pixels = images.length / labels.length;
  const floats = new Float32Array(count * pixels);
  for (let i = 0; i < floats.length; i++) floats[i] = images[i] / 255;
  return floats;
}
