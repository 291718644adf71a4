import type { Dataset } from '../data/dataset';
import type { ImageSet } from '../data/imageSet';
import { IMAGE_BYTES } from '../data/manifest';

type Source = 'training' | 'test';

/** A set of which the first `count` images have arrived: they are fetched unless they are there. */
export async function arrivedImages(dataset: Dataset, from: Source, count: number): Promise<ImageSet> {
  const set = dataset[from];
  // Mostly they are: runs fetch them.
  if (set.loadedCount < count) await dataset.load(from === 'training' ? count : 0);
  return set;
}

/** Copies of images, one after the other. */
export async function copyImages(dataset: Dataset, from: Source, numbers: Uint32Array): Promise<Uint8Array> {
  const { images } = await arrivedImages(dataset, from, Math.max(-1, ...numbers) + 1);
  const copied = new Uint8Array(IMAGE_BYTES * numbers.length);
  numbers.forEach((number, place) => {
    copied.set(images.subarray(IMAGE_BYTES * number, IMAGE_BYTES * (number + 1)), IMAGE_BYTES * place);
  });
  return copied;
}
