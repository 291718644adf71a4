import type { LayerSpec } from '../model/spec';
import type { Reader } from './reader';
import type { ValueMap } from './valueMap';

/** What one layer makes of the digit. */
interface LayerMaps {
  /** The layer's place in the model, counted from 0. */
  readonly layer: number;
  readonly type: LayerSpec['type'];
  /** One for each channel; of a dense layer a single one, its units in one row. */
  readonly maps: readonly ValueMap[];
}

export interface Layers {
  /** In the model's order, without those that change no number. The last gives the logits. */
  readonly layers: readonly LayerMaps[];
  /** The weights of the first layer that has some, one picture for each of its outputs. */
  readonly filters: readonly ValueMap[];
}

/** Activations: what every layer gives for the digit. @param pixels 0 … 1 */
export function layerMaps(reader: Reader, pixels: Float64Array): Layers {
  const { plan } = reader;
  const layers = reader.outputs(pixels).flatMap((values, layer): LayerMaps[] => {
    const { spec, outputShape } = plan.layers[layer];
    if (spec.type === 'flatten' || spec.type === 'dropout') return [];
    const [height, width, channels] = outputShape.length === 3 ? outputShape : [1, outputShape[0], 1];
    return [{ layer, type: spec.type, maps: channelMaps(values, height, width, channels) }];
  });
  return { layers, filters: filtersOf(reader) };
}

/** Of several input channels the first. A dense layer's weights lie as its inputs did. */
function filtersOf({ plan, weights }: Reader): ValueMap[] {
  const shape = plan.weightShapes[0];
  const isConvolution = shape.length === 4;
  const [height, width, channels] = isConvolution ? shape : plan.spec.inputShape;
  const outputs = shape[shape.length - 1];
  return channelMaps(weights[0], height, width, channels * outputs).slice(0, outputs);
}

/** Values that lie pixel by pixel, all channels of a pixel together, as one map for each channel. */
function channelMaps(values: ArrayLike<number>, height: number, width: number, channels: number): ValueMap[] {
  return Array.from({ length: channels }, (_, channel) => ({
    height,
    width,
    values: Float64Array.from({ length: height * width }, (_, place) => values[place * channels + channel]),
  }));
}
