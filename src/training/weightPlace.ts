import type { ModelPlan } from '../model/plan';
import type { WeightPlace } from './inspectStep';
import { nearestPlace } from './inspectStep';

/** One weight as people name it. */
export interface WeightCoordinates {
  /** The layer's place in the model, counted from 0 over all layers. */
  readonly layer: number;
  readonly part: 'kernel' | 'bias';
  /**
   * Where it is along each axis of its tensor, counted from 0. Kernels: row, column, input channel and filter of a convolution, input
   * and output of a dense layer. Biases: filter or output.
   */
  readonly along: readonly number[];
}

/** The layers that have weights. */
export function layersWithWeights({ layers }: ModelPlan): number[] {
  return layers.flatMap(({ weightShapes }, layer) => (weightShapes.length > 0 ? [layer] : []));
}

/** Sizes of a tensor's axes in Keras layout: a kernel's, or a bias's single one. */
export function axesOf({ layers }: ModelPlan, { layer, part }: Omit<WeightCoordinates, 'along'>) {
  return layers[layer].weightShapes[part === 'kernel' ? 0 : 1];
}

/** @param coordinates of a weight that the model has; what lies outside along an axis is taken to its end */
export function placeOf(plan: ModelPlan, coordinates: WeightCoordinates): WeightPlace {
  const { layer, part, along } = coordinates;
  const before = plan.layers
    .slice(0, layer)
    .reduce((count, { weightShapes }) => count + weightShapes.length, 0);
  const index = axesOf(plan, coordinates).reduce(
    (outer, size, axis) => outer * size + Math.min(Math.max(along[axis], 0), size - 1),
    0,
  );
  return { tensor: part === 'kernel' ? before : before + 1, index };
}

/** The opposite. A place that the model does not have gives way to the nearest. */
export function coordinatesOf(plan: ModelPlan, place: WeightPlace): WeightCoordinates {
  const { tensor, index } = nearestPlace(plan, place);
  const tensors = plan.layers.flatMap(({ weightShapes }, layer) =>
    weightShapes.map((_, i) => ({ layer, part: i === 0 ? ('kernel' as const) : ('bias' as const) })),
  );
  let rest = index;
  const along = plan.weightShapes[tensor].map(() => 0);
  for (let axis = along.length - 1; axis >= 0; axis--) {
    const size = plan.weightShapes[tensor][axis];
    along[axis] = rest % size;
    rest = Math.floor(rest / size);
  }
  return { ...tensors[tensor], along };
}

/**
 * A weight worth looking at before one is picked: in the middle of a layer's kernel. Where that is dense and reads a square
 * picture row by row, the middle pixel is half a row behind the middle number. The edges of digits are blank, and the weights
 * of blank pixels never move.
 */
export function usualPlace(plan: ModelPlan, layer = layersWithWeights(plan)[0]): WeightPlace {
  const axes = axesOf(plan, { layer, part: 'kernel' });
  const along = axes.map((size) => Math.floor(size / 2));
  if (axes.length === 2) along[0] = Math.floor((axes[0] + Math.sqrt(axes[0])) / 2);
  return placeOf(plan, { layer, part: 'kernel', along });
}
