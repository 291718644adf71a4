import { dropoutMask } from '../dropoutMask';
import type { Operation, TrainingImage } from './operation';

/** y = x · mask while training, y = x otherwise. @param layer the layer's index in the model */
export function dropout(rate: number, layer: number): Operation {
  function masked(values: Float64Array, { seed, place }: TrainingImage): Float64Array {
    const mask = dropoutMask(rate, seed, layer, place, 1, values.length);
    return values.map((value, i) => value * mask[i]);
  }
  return {
    forward: (x, image) => (image ? masked(x, image) : x),
    backward: (dy, _x, _y, image) => masked(dy, image),
  };
}
