import * as tf from '@tensorflow/tfjs';
import { convolutionGradientKernel } from './convolutionGradient';
import { maxPoolGradientKernel } from './maxPoolGradient';
import { paddedConvolutionKernel } from './paddedConvolution';

let isRegistered = false;

/** Makes the WASM backend, once started, able to train every ModelSpec. */
export function registerWasmKernels(): void {
  if (isRegistered) return;
  isRegistered = true;
  tf.registerKernel(convolutionGradientKernel);
  const replacements = [
    paddedConvolutionKernel(tf.Conv2D),
    paddedConvolutionKernel(tf.FusedConv2D),
    maxPoolGradientKernel,
  ];
  for (const replacement of replacements) {
    tf.unregisterKernel(replacement.kernelName, 'wasm');
    tf.registerKernel(replacement);
  }
}
