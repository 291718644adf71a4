import * as tf from '@tensorflow/tfjs';
import { probeEngine } from '../../src/engine/probe';
import { openBackend } from '../../src/engine/tfjs/backends';
import { Problem } from '../../src/lib/problem';
import { buildLayersModel } from '../../src/model/layersModel';
import type { Contestant, Task } from './contestant';
import { LEARNING_RATE } from './contestant';
import { firstImagesAsFloats } from './firstImagesAsFloats';
import { IMAGE_COUNT } from './turn';

/**
 * TensorFlow.js as its users have it: `model.fit` on its own layers, optimizer, loss and metric, the images one tensor. Its
 * WASM backend alone gets our kernels, because it cannot train a convolution without the one it lacks.
 */
export async function openFitContestant(
  backendName: 'wasm' | 'webgl' | 'webgpu' | 'cpu',
  { plan, weights, images, batchSize }: Task,
): Promise<Contestant> {
  const engineName =
    backendName === 'webgl' || backendName === 'cpu' ? backendName : (`tfjs-${backendName}` as const);
  const probe = await probeEngine(engineName);
  if (!probe.available) throw new Problem(probe.problem.code, probe.problem.values);
  const backend = await openBackend(engineName);
  // Our engine asks for repeatable sums; stock TensorFlow.js chooses its matrix products by their shapes.
  if (backendName === 'webgpu') tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', -1);

  const model = buildLayersModel(plan.spec, 'probabilities');
  tf.tidy(() => model.setWeights(weights.map((values, i) => tf.tensor(values, [...plan.weightShapes[i]]))));
  model.compile({
    optimizer: tf.train.adam(LEARNING_RATE, 0.9, 0.999, 1e-7),
    loss: 'sparseCategoricalCrossentropy',
    metrics: ['accuracy'],
  });
  const x = tf.tensor4d(firstImagesAsFloats(images, IMAGE_COUNT), [IMAGE_COUNT, ...plan.spec.inputShape]);
  const y = tf.tensor2d(Float32Array.from(images.labels.subarray(0, IMAGE_COUNT)), [IMAGE_COUNT, 1]);

  return {
    device: probe.device,
    async train(firstImage, steps) {
      const [batchesX, batchesY] = [x, y].map((all) => tf.slice(all, firstImage, steps * batchSize));
      const { history } = await model.fit(batchesX, batchesY, { batchSize, epochs: 1, shuffle: false });
      tf.dispose([batchesX, batchesY]);
      backend.check();
      return history.loss[0] as number;
    },
    async close() {
      tf.dispose([x, y]);
      model.dispose();
      backend.close();
    },
  };
}
