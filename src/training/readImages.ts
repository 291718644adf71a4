import type { ImageSet } from '../data/imageSet';
import { IMAGE_BYTES } from '../data/manifest';
import type { Engine } from '../engine/engine';
import { nextTask } from '../lib/nextTask';

/** What was read in some images that follow each other. */
export interface ReadPiece {
  /** The first of them. */
  readonly start: number;
  /** Ten for each, image by image. */
  readonly probabilities: Float32Array;
}

/** What an engine reads in every image of a set that has arrived, in pieces that leave room for steps and predictions between them. */
export async function* readImages(
  engine: Engine,
  { images, imageCount }: ImageSet,
): AsyncGenerator<ReadPiece, void> {
  for (let start = 0; start < imageCount; start += engine.maxSliceImages) {
    const end = Math.min(start + engine.maxSliceImages, imageCount);
    const pixels = images.subarray(start * IMAGE_BYTES, end * IMAGE_BYTES);
    yield { start, probabilities: await engine.predict(pixels) };
    await nextTask();
  }
}
