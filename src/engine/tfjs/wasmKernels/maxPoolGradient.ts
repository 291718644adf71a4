import * as tf from '@tensorflow/tfjs';

/**
 * The gradient of max pooling, for the WASM backend. Its own begins each window's search at zero
 * (TensorFlow.js 4.22), so it loses the gradient of every window whose values are all negative. Of equal values
 * the first counts, row by row, as everywhere in TensorFlow.
 */
export const maxPoolGradientKernel: tf.KernelConfig = {
  kernelName: tf.MaxPoolGrad,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs, backend }) => {
    const { dy, input } = inputs as { dy: tf.TensorInfo; input: tf.TensorInfo };
    const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as tf.MaxPoolGradAttrs;
    const shape = input.shape as [number, number, number, number];
    const window = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
    // The backend's methods that its interface does not list.
    const wasm = backend as unknown as {
      readSync(dataId: object): Float32Array;
      write(values: Float32Array, shape: number[], dtype: 'float32'): object;
    };
    const dx = maxPoolGradient(wasm.readSync(input.dataId), wasm.readSync(dy.dataId), window);
    return { dataId: wasm.write(dx, shape, 'float32'), shape, dtype: 'float32' };
  },
};

/**
 * @param x input [images, height, width, channels]
 * @param dy gradient of the output [images, outHeight, outWidth, channels]
 * @returns gradient of the input, same shape as x
 */
function maxPoolGradient(
  x: Float32Array,
  dy: Float32Array,
  window: tf.backend_util.Conv2DInfo,
): Float32Array {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, inChannels: channels } = window;
  const dx = new Float32Array(x.length);
  let output = 0;
  for (let image = 0; image < batchSize; image++) {
    for (let outRow = 0; outRow < outHeight; outRow++) {
      const top = outRow * window.strideHeight - window.padInfo.top;
      const firstRow = Math.max(0, top);
      const endRow = Math.min(inHeight, top + window.filterHeight);
      for (let outColumn = 0; outColumn < outWidth; outColumn++) {
        const left = outColumn * window.strideWidth - window.padInfo.left;
        const firstColumn = Math.max(0, left);
        const endColumn = Math.min(inWidth, left + window.filterWidth);
        for (let channel = 0; channel < channels; channel++, output++) {
          let greatest = -Infinity;
          let at = -1;
          for (let row = firstRow; row < endRow; row++) {
            for (let column = firstColumn; column < endColumn; column++) {
              const index = ((image * inHeight + row) * inWidth + column) * channels + channel;
              if (x[index] > greatest) {
                greatest = x[index];
                at = index;
              }
            }
          }
          // A window of nothing but NaN has no greatest value; the loss shows it.
          if (at >= 0) dx[at] += dy[output];
        }
      }
    }
  }
  return dx;
}
