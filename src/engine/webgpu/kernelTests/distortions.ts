import type { Random } from '../../../lib/random';
import { distortionLength, drawDistortion } from '../../distortion';
import type { DistortionShape } from '../kernels/distortionShape';

/** What drawDistortions leaves. */
export function distortionsOf(
  { quads, height, width, augmentation }: DistortionShape,
  random: Random,
): Int32Array {
  const images = 4 * quads;
  const distortions = new Int32Array(images * distortionLength(height, width));
  const seed = random.uint32();
  for (let image = 0; image < images; image++) {
    const numbers = drawDistortion(augmentation, seed, image, height, width);
    numbers.forEach((number, k) => (distortions[k * images + image] = number));
  }
  return distortions;
}
