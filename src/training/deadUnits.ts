import { outputsOf, pixelsOf } from '../engine/reference/backpropagate';
import { network } from '../engine/reference/network';
import { nextTask } from '../lib/nextTask';
import type { ModelPlan } from '../model/plan';

/** How many units of a relu layer, or filters of a convolution, never fire. */
export interface DeadUnits {
  /** The layer's place in the model, counted from 0 over all layers. */
  readonly layer: number;
  readonly dead: number;
  readonly units: number;
}

/**
 * The relu layers and how much of each is dead: a unit that gives 0 for every image, or a filter that gives 0 at every
 * position of every image. Where relu is 0 its slope is 0 as well, so such a unit learns nothing, and seldom comes back.
 * Without images nothing can be said, and the list is empty.
 *
 * @param images digits as bytes, one after the other
 * @param count how many of them to look at, at most, from the first on; each
 *   takes up to 7 ms with the article's model, 17 ms with lenet. Few images make some units look dead that are only rarely needed
 */
export async function deadUnits(
  plan: ModelPlan,
  weights: readonly Float32Array[],
  images: Uint8Array,
  count: number,
): Promise<DeadUnits[]> {
  const size = plan.spec.inputShape.reduce((product, side) => product * side, 1);
  const imageCount = Math.min(count, Math.floor(images.length / size));
  if (imageCount < 1) return [];

  let taken = 0;
  const layers = plan.layers.map((layer) => {
    const { spec, weightShapes, outputShape } = layer;
    // Nothing goes back, so no gradient is kept.
    const own = weights
      .slice(taken, (taken += weightShapes.length))
      .map((values) => ({ values, gradient: new Float64Array() }));
    const isRelu = 'activation' in spec && spec.activation === 'relu';
    return {
      operations: network({ ...plan, layers: [layer] }, own),
      hasFired: isRelu ? new Uint8Array(outputShape[outputShape.length - 1]) : null,
    };
  });
  const unitsLeft = () => layers.some(({ hasFired }) => hasFired?.includes(0));

  for (let image = 0; image < imageCount && unitsLeft(); image++) {
    // Questions that arrived meanwhile come first.
    await nextTask();
    let values = pixelsOf(images.subarray(image * size, (image + 1) * size));
    for (const { operations, hasFired } of layers) {
      values = outputsOf(operations, values, null)[operations.length];
      // All channels of a pixel lie together.
      if (hasFired) values.forEach((value, place) => (hasFired[place % hasFired.length] ||= +(value !== 0)));
    }
  }

  return layers.flatMap(({ hasFired }, layer) =>
    hasFired ? [{ layer, dead: hasFired.filter((fired) => !fired).length, units: hasFired.length }] : [],
  );
}
