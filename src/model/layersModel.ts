import * as tf from '@tensorflow/tfjs';
import type { LayerSpec, ModelSpec } from './spec';

/**
 * The spec as a TensorFlow.js model, its weights zero, in Keras order.
 * Its first layer is the input layer, which the spec does not list. With `logits` it ends before the final softmax, as a loss computed from logits needs it.
 */
export function buildLayersModel(spec: ModelSpec, output: 'probabilities' | 'logits'): tf.Sequential {
  const layers = output === 'logits' ? withoutSoftmax(spec.layers) : spec.layers;
  const model = tf.sequential();
  model.add(tf.layers.inputLayer({ inputShape: [...spec.inputShape] }));
  for (const layer of layers) model.add(buildLayer(layer));
  return model;
}

function buildLayer(layer: LayerSpec): tf.layers.Layer {
  switch (layer.type) {
    case 'conv2d':
      return tf.layers.conv2d({
        filters: layer.filters,
        kernelSize: [...layer.kernel],
        strides: [...layer.strides],
        padding: layer.padding,
        activation: layer.activation,
        useBias: layer.useBias,
        kernelInitializer: 'zeros',
      });
    case 'maxPooling2d':
      return tf.layers.maxPooling2d({
        poolSize: [...layer.pool],
        strides: [...layer.strides],
        padding: layer.padding,
      });
    case 'flatten':
      return tf.layers.flatten();
    case 'dense':
      return tf.layers.dense({
        units: layer.units,
        activation: layer.activation,
        useBias: layer.useBias,
        kernelInitializer: 'zeros',
      });
    case 'activation':
      return tf.layers.activation({ activation: layer.activation });
    case 'dropout':
      return tf.layers.dropout({ rate: layer.rate });
  }
}

/** Only the last layer may have softmax (planModel sees to it). */
function withoutSoftmax(layers: readonly LayerSpec[]): LayerSpec[] {
  return layers.map((layer) =>
    'activation' in layer && layer.activation === 'softmax' ? { ...layer, activation: 'linear' } : layer,
  );
}
