import type { CompiledLayer, Compiler } from './layer';
import type { Tensor } from './tensor';
import { allocateTensor, noPadding, pixelOffsets } from './tensor';

/** Where a model ends in several pixels, their channels side by side, as the loss takes its logits. */
export function compileLogits({ arena, kernels, block }: Compiler, input: Tensor): CompiledLayer {
  const { height, width, channels, stride, pixels } = input;
  const classes = pixels * channels;
  const output = allocateTensor(arena, block, {
    height: 1,
    width: 1,
    channels: classes,
    stride: Math.ceil((classes + 1) / 4) * 4,
    padding: noPadding,
    hasGradient: true,
  });
  const places = pixelOffsets(height, width, (row, column) => row * input.rowBytes + 4 * column * stride);
  const values = arena.table(
    places.flatMap((pixel) => Array.from({ length: channels }, (_, channel) => pixel + 4 * channel)),
  );
  // What fills up a pixel's channels takes the zero behind the logits' gradient.
  const slopes = arena.table(
    Array.from({ length: pixels * stride }, (_, place) => {
      const channel = place % stride;
      return 4 * (channel < channels ? Math.floor(place / stride) * channels + channel : classes);
    }),
  );
  const [from, to] = [input.values, output.values];
  const [back, d] = [input.gradient!, output.gradient!];
  return {
    output,
    weights: null,
    forward(count) {
      for (let image = 0; image < count; image++) {
        kernels.permute(
          from.address + image * from.imageBytes,
          values,
          to.address + image * to.imageBytes,
          classes,
        );
      }
    },
    backward(count) {
      for (let image = 0; image < count; image++) {
        kernels.permute(
          d.address + image * d.imageBytes,
          slopes,
          back.address + image * back.imageBytes,
          pixels * stride,
        );
      }
    },
  };
}
