import type { Conv2dSpec, ModelSpec } from '../model/spec';
import type { Pair } from './pair';
import type { Reader } from './reader';
import type { ValueMap } from './valueMap';
import { sumOf } from './valueMap';

/** What one filter adds to the difference of two logits. */
interface FilterContribution {
  /** Counted from 0. */
  readonly filter: number;
  /** Its weights for the first input channel. */
  readonly kernel: ValueMap;
  readonly map: ValueMap;
  /** The sum over its map. */
  readonly total: number;
}

/** logit[target] − logit[rival] as a sum: of all places of the map, and of the difference of two biases. */
export interface Contributions {
  readonly difference: number;
  readonly biasDifference: number;
  readonly map: ValueMap;
  /** The map's parts, those with the largest totals (for or against) first; empty where pixels are weighed themselves. */
  readonly filters: readonly FilterContribution[];
}

/**
 * Which models are such a sum: `filters` where a convolution is followed by nothing but the dense layer of the logits, `pixels` where
 * that layer is all there is. Behind one more layer, what a place adds depends on all the others: null.
 */
export function exactFor({ layers }: ModelSpec): 'filters' | 'pixels' | null {
  const types = layers.map(({ type }) => type).join(' ');
  if (types === 'flatten dense') return 'pixels';
  return types === 'conv2d flatten dense' ? 'filters' : null;
}

/**
 * The exact decomposition: logit[d] = bias[d] + Σ over places p and channels f: h[p, f] · w[p, f, d], where h is the dense layer's
 * input, after its activation. So a place p adds Σ over f: h[p, f] · (w[p, f, target] − w[p, f, rival]) to the difference.
 *
 * @param pixels the digit, 0 … 1
 * @throws Error for a model that is no such sum (`exactFor`)
 */
export function contributions(reader: Reader, pixels: Float64Array, { target, rival }: Pair): Contributions {
  const { plan, weights } = reader;
  const exact = exactFor(plan.spec);
  if (!exact) throw new Error(`${plan.spec.name} is not a sum over places`);
  const outputs = reader.outputs(pixels);
  const logits = outputs[outputs.length - 1];
  const dense = plan.layers[plan.layers.length - 1];
  const [height, width, channels] = plan.layers[plan.layers.length - 2].inputShape;
  const inputs = outputs[outputs.length - 2];
  const hasBias = dense.weightShapes.length === 2;
  const bias = hasBias ? weights[weights.length - 1] : null;
  const kernel = weights[weights.length - dense.weightShapes.length];
  const units = logits.length;

  const mapOf = (channel: number): ValueMap => {
    const values = Float64Array.from({ length: height * width }, (_, place) => {
      const input = place * channels + channel;
      const weight = kernel[input * units + target] - kernel[input * units + rival];
      return inputs[input] * weight;
    });
    return { height, width, values };
  };
  const maps = Array.from({ length: channels }, (_, channel) => mapOf(channel));
  const filters = maps.map((map, filter) => ({ filter, map, total: sumOf(map.values) }));

  return {
    difference: logits[target] - logits[rival],
    biasDifference: bias ? bias[target] - bias[rival] : 0,
    map: {
      height,
      width,
      values: Float64Array.from({ length: height * width }, (_, place) =>
        maps.reduce((sum, { values }) => sum + values[place], 0),
      ),
    },
    filters:
      exact === 'pixels'
        ? []
        : filters
            .map((part) => ({ ...part, kernel: kernelOf(reader, part.filter) }))
            .sort((a, b) => Math.abs(b.total) - Math.abs(a.total)),
  };
}

/** A filter of the first layer, a convolution. */
function kernelOf({ plan, weights }: Reader, filter: number): ValueMap {
  // The caller knows that the first layer is one.
  const { kernel, filters } = plan.layers[0].spec as Conv2dSpec;
  const [height, width] = kernel;
  const channels = plan.layers[0].inputShape[2];
  const values = Float64Array.from(
    { length: height * width },
    (_, place) => weights[0][place * channels * filters + filter],
  );
  return { height, width, values };
}
