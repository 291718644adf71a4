import { distort, distortionLength, netOf } from '../../distortion';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import { byteAt, numberOf } from './bytes';
import type { DistortionShape } from './distortionShape';
import code from './gatherDistorted.wgsl?raw';
import imagesCode from './images.wgsl?raw';
import sliceCode from './slice.wgsl?raw';

/** Bytes of the chosen images, distorted → floats. Buffers: bytes, order, distortions, x. */
export const gatherDistorted: Kernel<Omit<DistortionShape, 'augmentation'>> = {
  name: 'gatherDistorted',
  code: [sliceCode, imagesCode, code].join('\n'),
  bindings: ['read', 'read', 'read', 'write'],
  workgroup: 'tuned',

  constants: ({ quads, height, width }) => ({
    QUADS: quads,
    PIXELS: height * width,
    HEIGHT: height,
    WIDTH: width,
    NET_COLUMNS: netOf(height, width)[1],
  }),

  threads: ({ height, width }, count) => quadsOf(count) * height * width,

  reference({ quads, height, width }, slice, [bytes, order, distortions, x]) {
    const pixels = height * width;
    for (let image = 0; image < imagesOf(slice); image++) {
      const first = numberOf(order, slice, image) * pixels;
      const source = Uint8Array.from({ length: pixels }, (_, pixel) => byteAt(bytes, first + pixel));
      const distortion = Int32Array.from(
        { length: distortionLength(height, width) },
        (_, k) => distortions[k * 4 * quads + image],
      );
      distort(source, distortion, height, width).forEach((ink, pixel) => {
        x[pixel * 4 * quads + image] = ink / 255;
      });
    }
  },
};
