import type { Kernel } from '../kernel';
import { imagesOf, quadsOf } from '../kernel';
import sliceCode from './slice.wgsl?raw';
import code from './maxPool.wgsl?raw';
import poolingCode from './pooling.wgsl?raw';
import type { PoolingShape } from './poolingShape';
import { poolingConstants, windowsOf } from './poolingShape';

/** Max pooling forward. Buffers: x, y, winners. */
export const maxPool: Kernel<PoolingShape> = {
  name: 'maxPool',
  code: [sliceCode, poolingCode, code].join('\n'),
  bindings: ['read', 'write', 'write'],
  workgroup: 'tuned',
  constants: poolingConstants,
  threads: ({ output, channels }, count) => quadsOf(count) * output[0] * output[1] * channels,

  reference(shape, slice, [x, y, winners]) {
    const { channels } = shape;
    const stride = 4 * shape.quads;
    windowsOf(shape).forEach((window, pixel) => {
      for (let channel = 0; channel < channels; channel++) {
        for (let image = 0; image < imagesOf(slice); image++) {
          const valueAt = ({ input }: { input: number }) => x[(input * channels + channel) * stride + image];
          const winner = window.reduce((best, next) => (valueAt(next) > valueAt(best) ? next : best));
          const to = (pixel * channels + channel) * stride + image;
          y[to] = valueAt(winner);
          winners[to] = winner.place;
        }
      }
    });
  },
};
