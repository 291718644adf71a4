import { Problem } from '../lib/problem';
import type { Activation, LayerSpec, ModelSpec, Padding, Size2d } from './spec';
import { DIGIT_SHAPE } from './spec';

const knownLayers = [
  'InputLayer',
  'Conv2D',
  'MaxPooling2D',
  'Flatten',
  'Dense',
  'Dropout',
  'Activation',
  'ReLU',
  'Softmax',
];
const activations: readonly string[] = ['linear', 'relu', 'sigmoid', 'tanh', 'softmax'];

type Json = Readonly<Record<string, unknown>>;

/**
 * A model from the `layers` of a Keras model's configuration (Keras 2 or 3, Sequential).
 * @throws Problem naming the layer (counted from 1, the input layer left out) and the field that Gradpad cannot train.
 */
export function modelFromKeras(name: string, layers: readonly unknown[]): ModelSpec {
  const specs: LayerSpec[] = [];
  for (const entry of layers) {
    const layer = specs.length + 1;
    const { class_name: type, config } = entry as { class_name?: unknown; config?: Json };
    if (typeof type !== 'string' || !knownLayers.includes(type) || typeof config !== 'object') {
      throw new Problem('layerUnknown', { layer, type: String(type), known: knownLayers.join(', ') });
    }
    if (type !== 'InputLayer') specs.push(readLayer(type, fieldReader(config, layer)));
  }
  return { name, inputShape: DIGIT_SHAPE, layers: specs };
}

function readLayer(type: string, field: FieldReader): LayerSpec {
  switch (type) {
    case 'Conv2D':
      field.only('data_format', ['channels_last'], 'channels_last');
      field.only('groups', [1], 1);
      field.onesOnly('dilation_rate');
      return {
        type: 'conv2d',
        filters: field.number('filters'),
        kernel: field.size('kernel_size'),
        strides: field.size('strides', [1, 1]),
        padding: field.padding(),
        activation: field.activation(),
        useBias: field.only('use_bias', [true, false], true),
      };
    case 'MaxPooling2D': {
      field.only('data_format', ['channels_last'], 'channels_last');
      const pool = field.size('pool_size', [2, 2]);
      return { type: 'maxPooling2d', pool, strides: field.size('strides', pool), padding: field.padding() };
    }
    case 'Flatten':
      field.only('data_format', ['channels_last'], 'channels_last');
      return { type: 'flatten' };
    case 'Dense':
      return {
        type: 'dense',
        units: field.number('units'),
        activation: field.activation(),
        useBias: field.only('use_bias', [true, false], true),
      };
    case 'Dropout':
      return { type: 'dropout', rate: field.number('rate') };
    case 'ReLU':
      field.only('max_value', [null], null);
      field.only('negative_slope', [0], 0);
      field.only('threshold', [0], 0);
      return { type: 'activation', activation: 'relu' };
    case 'Softmax':
      field.only('axis', [-1, 1], -1);
      return { type: 'activation', activation: 'softmax' };
    default:
      return { type: 'activation', activation: field.activation() };
  }
}

type FieldReader = ReturnType<typeof fieldReader>;

/** Reads one layer's configuration; each method throws a Problem naming the field. */
function fieldReader(config: Json, layer: number) {
  const unsupported = (field: string, value: unknown, range: string) =>
    new Problem('layerUnsupported', { layer, field, value: JSON.stringify(value), range });

  function only<Value>(field: string, allowed: readonly Value[], ifMissing: Value): Value {
    const value = config[field] ?? ifMissing;
    const found = allowed.find((candidate) => candidate === value);
    if (found === undefined) throw unsupported(field, value, allowed.map(String).join(' | '));
    return found;
  }

  function number(field: string): number {
    const value = config[field];
    if (typeof value !== 'number') throw unsupported(field, value, 'a number');
    return value;
  }

  function size(field: string, ifMissing?: Size2d): Size2d {
    const value = config[field] ?? ifMissing;
    const pair: unknown = typeof value === 'number' ? [value, value] : value;
    if (Array.isArray(pair) && pair.length === 2 && pair.every((side) => typeof side === 'number')) {
      return [pair[0], pair[1]];
    }
    throw unsupported(field, value, '[rows, columns]');
  }

  return {
    only,
    number,
    size,
    padding: () => only<Padding>('padding', ['valid', 'same'], 'valid'),
    onesOnly(field: string) {
      const [rows, columns] = size(field, [1, 1]);
      if (rows !== 1 || columns !== 1) throw unsupported(field, [rows, columns], '1');
    },
    activation(): Activation {
      const value = config['activation'] ?? 'linear';
      if (typeof value === 'string' && activations.includes(value)) return value as Activation;
      throw unsupported('activation', value, activations.join(' | '));
    },
  };
}
