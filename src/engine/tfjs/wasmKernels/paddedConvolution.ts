import * as tf from '@tensorflow/tfjs';

/**
 * The WASM backend's convolution with its padding written out. Told `same`, it goes wrong where a window is
 * narrower than its stride (TensorFlow.js 4.22: a 2×2 kernel with stride 4 differs from every other backend).
 * Call it once the backend has started: it wraps the kernel of that name that is registered then.
 */
export function paddedConvolutionKernel(
  kernelName: typeof tf.Conv2D | typeof tf.FusedConv2D,
): tf.KernelConfig {
  const original = tf.getKernel(kernelName, 'wasm');
  return {
    ...original,
    kernelFunc: (call) => {
      const { x, filter } = call.inputs as { x: tf.TensorInfo; filter: tf.TensorInfo };
      const { strides, pad, dilations } = call.attrs as unknown as tf.Conv2DAttrs;
      if (pad !== 'same') return original.kernelFunc(call);
      const { padInfo } = tf.backend_util.computeConv2DInfo(
        x.shape as [number, number, number, number],
        filter.shape as [number, number, number, number],
        strides,
        dilations,
        pad,
      );
      const explicit = [
        [0, 0],
        [padInfo.top, padInfo.bottom],
        [padInfo.left, padInfo.right],
        [0, 0],
      ];
      return original.kernelFunc({ ...call, attrs: { ...call.attrs, pad: explicit } });
    },
  };
}
