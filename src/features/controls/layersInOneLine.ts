import type { LayerSpec, ModelSpec } from '../../model/spec';

/** `28×28 → conv 32 3×3 → flatten → dense 10`: the notation of papers, the same in every language. */
export function layersInOneLine({ inputShape: [height, width], layers }: ModelSpec): string {
  return [`${height}×${width}`, ...layers.map(layerInWords)].join(' → ');
}

function layerInWords(layer: LayerSpec): string {
  switch (layer.type) {
    case 'conv2d':
      return `conv ${layer.filters} ${layer.kernel.join('×')}`;
    case 'maxPooling2d':
      return `pool ${layer.pool.join('×')}`;
    case 'flatten':
      return 'flatten';
    case 'dense':
      return `dense ${layer.units}`;
    case 'activation':
      return layer.activation;
    case 'dropout':
      return `dropout ${layer.rate}`;
  }
}
