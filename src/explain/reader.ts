import { outputsOf } from '../engine/reference/backpropagate';
import { network } from '../engine/reference/network';
import type { Operation } from '../engine/reference/operation';
import type { ModelPlan } from '../model/plan';

/** A model with its weights, asked about one digit after the other, in float64. Nothing is trained, so nothing is dropped. */
export interface Reader {
  readonly plan: ModelPlan;
  /** In Keras order and layout. */
  readonly weights: readonly Float32Array[];
  /**
   * The logits: what softmax makes probabilities of.
   * @param pixels row by row, 0 (paper) … 1 (ink)
   */
  logits(pixels: Float64Array): Float64Array;
  /** What every layer gives, in the plan's order, with its activation; the last gives the logits. */
  outputs(pixels: Float64Array): Float64Array[];
  /** The slope of Σ shares[digit] · logit[digit] along every pixel, by backpropagation; and the logits. */
  gradient(pixels: Float64Array, shares: Float64Array): { logits: Float64Array; gradient: Float64Array };
}

/** Dropout plays no part in reading, so its place in a batch is of no account. */
const NO_IMAGE = { seed: 0, place: 0 };

export function createReader(plan: ModelPlan, weights: readonly Float32Array[]): Reader {
  let taken = 0;
  const layers = plan.layers.map((layer): Operation[] => {
    const own = weights.slice(taken, (taken += layer.weightShapes.length));
    if (layer.spec.type === 'dropout') return [];
    // Backpropagation adds up gradients of the weights on its way to the pixels; nobody asks for them here.
    return network(
      { ...plan, layers: [layer] },
      own.map((values) => ({ values, gradient: new Float64Array(values.length) })),
    );
  });
  const operations = layers.flat();
  const last = <Value>(values: readonly Value[]) => values[values.length - 1];

  return {
    plan,
    weights,
    logits: (pixels) => last(outputsOf(operations, pixels, null)),
    outputs(pixels) {
      let values = pixels;
      return layers.map((layer) => (values = last(outputsOf(layer, values, null))));
    },
    gradient(pixels, shares) {
      const outputs = outputsOf(operations, pixels, null);
      let slope = shares;
      for (let place = operations.length - 1; place >= 0; place--) {
        slope = operations[place].backward(slope, outputs[place], outputs[place + 1], NO_IMAGE);
      }
      return { logits: last(outputs), gradient: slope };
    },
  };
}
