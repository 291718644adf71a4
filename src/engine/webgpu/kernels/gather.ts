import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import code from './gather.wgsl?raw';
import imagesCode from './images.wgsl?raw';
import { numberOf, pixelAt } from './bytes';
import sliceCode from './slice.wgsl?raw';

export interface GatherShape {
  readonly quads: number;
  readonly pixels: number;
}

/** Bytes of the chosen images → floats. Buffers: bytes, order, x. */
export const gather: Kernel<GatherShape> = {
  name: 'gather',
  code: [sliceCode, imagesCode, code].join('\n'),
  bindings: ['read', 'read', 'write'],
  workgroup: 'tuned',
  constants: ({ quads, pixels }) => ({ QUADS: quads, PIXELS: pixels }),
  threads: ({ pixels }, count) => quadsOf(count) * pixels,

  reference({ quads, pixels }, slice, [bytes, order, x]) {
    for (let image = 0; image < imagesOf(slice); image++) {
      for (let pixel = 0; pixel < pixels; pixel++) {
        x[pixel * 4 * quads + image] = pixelAt(bytes, numberOf(order, slice, image) * pixels + pixel);
      }
    }
  },
};
