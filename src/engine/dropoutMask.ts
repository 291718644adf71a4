import { hash32 } from '../lib/hash32';

/**
 * What dropout multiplies a layer's output by: 0 with probability `rate`, else 1 / (1 − rate). Source:
 * Srivastava et al., "Dropout" (2014), scaled while training ("inverted") as in Keras.
 *
 * Value u of image i of the batch is dropped when hash(hash(hash(seed + layer) + i) + u) falls below
 * rate × 2³²: a pure function, so every engine draws the same mask, however the batch is sliced.
 *
 * @param offset the first image's place in its batch
 * @returns `imageCount × size` factors, image by image
 */
export function dropoutMask(
  rate: number,
  seed: number,
  layer: number,
  offset: number,
  imageCount: number,
  size: number,
): Float32Array {
  const mask = new Float32Array(imageCount * size);
  const threshold = rate * 2 ** 32;
  const kept = 1 / (1 - rate);
  const layerSeed = hash32(seed + layer);
  for (let image = 0; image < imageCount; image++) {
    const imageSeed = hash32(layerSeed + offset + image);
    for (let unit = 0; unit < size; unit++) {
      mask[image * size + unit] = hash32(imageSeed + unit) < threshold ? 0 : kept;
    }
  }
  return mask;
}
