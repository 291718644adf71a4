import { NET_START, boundsOf, distortionLength, drawDistortion } from '../../distortion';
import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import type { DistortionShape } from './distortionShape';
import code from './drawDistortions.wgsl?raw';
import hashCode from './hash32.wgsl?raw';
import sliceCode from './slice.wgsl?raw';

/** How each image of the slice is distorted. Buffer: distortions, as whole numbers. */
export const drawDistortions: Kernel<DistortionShape> = {
  name: 'drawDistortions',
  code: [sliceCode, hashCode, code].join('\n'),
  bindings: ['write'],
  workgroup: 'tuned',

  constants({ quads, height, width, augmentation }) {
    const bounds = boundsOf(augmentation);
    return {
      QUADS: quads,
      NUMBERS: distortionLength(height, width),
      ROTATION: bounds[0],
      ZOOM: bounds[1],
      STRETCH: bounds[2],
      SHEAR: bounds[3],
      SHIFT: bounds[4],
      THICKNESS: bounds[6],
      WAVES: bounds[NET_START],
    };
  },

  threads: (_, count) => quadsOf(count),

  reference({ quads, height, width, augmentation }, slice, [distortions]) {
    for (let image = 0; image < imagesOf(slice); image++) {
      drawDistortion(augmentation, slice.seed, slice.offset + image, height, width).forEach((number, k) => {
        distortions[k * 4 * quads + image] = number;
      });
    }
  },
};
