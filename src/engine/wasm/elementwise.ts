import { hash32 } from '../../lib/hash32';
import type { Activation } from '../../model/spec';
import { activationKinds } from './kernels';
import type { BlockSeed, CompiledLayer, Compiler } from './layer';
import type { Images, Padding, Tensor } from './tensor';
import { allocateTensor } from './tensor';

/** An activation that stands alone. */
export function compileActivation(
  compiler: Compiler,
  activation: Activation,
  input: Tensor,
  padding: Padding,
): CompiledLayer {
  const { kernels } = compiler;
  const output = allocateLike(compiler, input, padding);
  const kind = activationKinds[activation];
  // Whole vectors where zero stays zero.
  const channels = kind > activationKinds.relu ? input.channels : input.stride;
  return {
    output,
    weights: null,
    forward(count) {
      for (let image = 0; image < count; image++) {
        const [x, y] = [input.values, output.values].map((images) => addressOf(images, image));
        kernels.activate(kind, x, input.values.table, y, output.values.table, input.pixels, channels);
      }
    },
    backward(count) {
      if (!input.gradient || !output.gradient) return;
      for (let image = 0; image < count; image++) {
        kernels.deactivate(
          kind,
          addressOf(output.gradient, image),
          output.gradient.table,
          addressOf(output.values, image),
          output.values.table,
          addressOf(input.gradient, image),
          input.gradient.table,
          input.pixels,
          input.stride,
        );
      }
    },
  };
}

/** @param layer the layer's index in the spec: part of what determines its mask */
export function compileDropout(
  compiler: Compiler,
  rate: number,
  layer: number,
  input: Tensor,
  padding: Padding,
): CompiledLayer {
  const { kernels } = compiler;
  const output = allocateLike(compiler, input, padding);

  function drop(from: Images, to: Images, count: number, { seed, offset }: BlockSeed): void {
    const layerSeed = hash32(seed + layer);
    for (let image = 0; image < count; image++) {
      kernels.drop(
        addressOf(from, image),
        from.table,
        addressOf(to, image),
        to.table,
        input.pixels,
        input.channels,
        hash32(layerSeed + offset + image),
        Math.ceil(rate * 2 ** 32),
        1 / (1 - rate),
      );
    }
  }

  return {
    output,
    weights: null,
    forward(count, dropout) {
      if (dropout) return drop(input.values, output.values, count, dropout);
      for (let image = 0; image < count; image++) {
        const [x, y] = [input.values, output.values].map((images) => addressOf(images, image));
        kernels.activate(
          activationKinds.linear,
          x,
          input.values.table,
          y,
          output.values.table,
          input.pixels,
          input.stride,
        );
      }
    },
    backward(count, dropout) {
      if (input.gradient && output.gradient) drop(output.gradient, input.gradient, count, dropout);
    },
  };
}

function allocateLike({ arena, block }: Compiler, input: Tensor, padding: Padding): Tensor {
  const { height, width, channels, stride } = input;
  const hasGradient = input.gradient !== null;
  return allocateTensor(arena, block, { height, width, channels, stride, padding, hasGradient });
}

const addressOf = (images: Images, image: number) => images.address + image * images.imageBytes;
