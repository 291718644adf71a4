import type { ImageSet } from './imageSet';
import { loadedImages } from './imageSet';
import { createRandom } from '../lib/random';

/** For tests: images that a linear model can tell apart, a bright row for each digit, and noise. */
export function stripes(count: number): ImageSet {
  const random = createRandom(9);
  const labels = Uint8Array.from({ length: count }, () => random.below(10));
  const images = Uint8Array.from({ length: count * 784 }, (_, i) => {
    const row = Math.floor((i % 784) / 28);
    return row === 2 * labels[Math.floor(i / 784)] ? 200 + random.below(56) : random.below(100);
  });
  return loadedImages(images, labels);
}
