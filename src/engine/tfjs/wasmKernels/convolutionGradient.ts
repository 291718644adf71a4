import * as tf from '@tensorflow/tfjs';

/**
 * The WASM backend of TensorFlow.js 4.22 cannot train convolutions: it lacks the gradient with respect to the
 * kernel. This is it, expressed by the backend's own convolution:
 *
 *   dW[r, s, c, k] = Σ over n, i, j of x[n, i·stride + r, j·stride + s, c] · dy[n, i, j, k]
 *
 * is a convolution in which channels play the images, images the channels, dy the kernel, and the stride becomes
 * a dilation of that kernel. x is padded beforehand; rows and columns that no window reached are cut off.
 */
export const convolutionGradientKernel: tf.KernelConfig = {
  kernelName: tf.Conv2DBackpropFilter,
  backendName: 'wasm',
  kernelFunc: ({ inputs, attrs }) => {
    // The registry hands over what the gradient of Conv2D passed in: 4-D tensors and these attributes.
    const { x, dy } = inputs as unknown as { x: tf.Tensor4D; dy: tf.Tensor4D };
    const { strides, pad, filterShape } = attrs as unknown as ConvolutionAttributes;
    return tf.tidy(() => kernelGradient(x, dy, filterShape, strides, pad));
  },
};

interface ConvolutionAttributes {
  readonly strides: number | [number, number];
  readonly pad: 'valid' | 'same' | number;
  readonly filterShape: [number, number, number, number];
}

/**
 * The gradient of a 2-D convolution (channels last) with respect to its kernel.
 * @param x input [images, height, width, channels]
 * @param dy gradient of the output [images, outHeight, outWidth, filters]
 * @returns [kernel height, kernel width, channels, filters]
 */
function kernelGradient(
  x: tf.Tensor4D,
  dy: tf.Tensor4D,
  filterShape: [number, number, number, number],
  strides: number | [number, number],
  pad: 'valid' | 'same' | number,
): tf.Tensor4D {
  const { padInfo, strideHeight, strideWidth } = tf.backend_util.computeConv2DInfo(
    x.shape,
    filterShape,
    strides,
    1,
    pad,
  );
  const padded = tf.pad(x, [
    [0, 0],
    [padInfo.top, padInfo.bottom],
    [padInfo.left, padInfo.right],
    [0, 0],
  ]);
  const images = tf.transpose(padded, [3, 1, 2, 0]) as tf.Tensor4D;
  const kernel = tf.transpose(dy, [1, 2, 0, 3]) as tf.Tensor4D;
  const sums = tf.conv2d(images, kernel, 1, 'valid', 'NHWC', [strideHeight, strideWidth]);
  const [height, width, channels, filters] = filterShape;
  const reached = tf.slice(sums, [0, 0, 0, 0], [channels, height, width, filters]);
  return tf.transpose(reached, [1, 2, 0, 3]);
}
