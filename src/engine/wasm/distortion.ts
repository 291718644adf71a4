import type { ModelPlan } from '../../model/plan';
import { distortionLength, drawDistortion } from '../distortion';
import type { BlockSeed, Compiler } from './layer';

/**
 * Lays out room for a block of distorted images: null for a model that takes images as they are. Distorting returns where the
 * new images are, and the indices (an address) that choose them.
 */
export function compileDistortion({ spec }: ModelPlan, { arena, kernels, block }: Compiler) {
  const { augmentation } = spec;
  if (!augmentation) return null;
  const [height, width] = spec.inputShape;
  const pixels = height * width;
  const distorted = arena.allocate(block * pixels);
  const scratch = arena.allocate(pixels);
  const numbers = distortionLength(height, width);
  const distortion = arena.allocate(4 * numbers);
  const inOrder = arena.table(Array.from({ length: block }, (_, i) => i));

  return (images: number, indices: number, count: number, { seed, offset }: BlockSeed) => {
    arena.integers(indices, count).forEach((index, i) => {
      arena.integers(distortion, numbers).set(drawDistortion(augmentation, seed, offset + i, height, width));
      const to = distorted + i * pixels;
      kernels.distort(images + index * pixels, to, scratch, height, width, distortion);
    });
    return { images: distorted, indices: inOrder };
  };
}
