import { blockUntilReady, defaultDevice, init, jit, numpy as np, tree, valueAndGrad } from '@jax-js/jax';
import { probeEngine } from '../../src/engine/probe';
import { Problem } from '../../src/lib/problem';
import type { Contestant, Task } from './contestant';
import { firstImagesAsFloats } from './firstImagesAsFloats';
import type { AdamState } from './jaxAdam';
import { adamRateOf, adamUpdate, initialAdamState } from './jaxAdam';
import type { JaxModel } from './jaxModel';
import { createJaxModel, crossEntropy } from './jaxModel';
import { IMAGE_COUNT } from './turn';

type JaxDevice = 'wasm' | 'webgl' | 'webgpu';

/** Runs one step on the batch that starts at an image, and returns its loss, perhaps before it is computed. */
type Step = (firstImage: number) => Promise<np.Array>;

/** jax-js at its best (`jit`: the whole step one compiled function) and in the way its own MNIST demo is written (`demo`). */
export async function openJaxContestant(
  style: 'jit' | 'demo',
  device: JaxDevice,
  task: Task,
): Promise<Contestant> {
  const probe = await probeEngine(device);
  if (!probe.available) throw new Problem(probe.problem.code, probe.problem.values);
  const started = await init(device);
  if (!started.includes(device)) throw new Error(`jax-js could not start its ${device} backend`);
  defaultDevice(device);

  const model = createJaxModel(task.plan, task.weights);
  const step = style === 'jit' ? compiledStep(model, task) : demoStep(model, task);
  return {
    device: device === 'wasm' ? `${navigator.hardwareConcurrency} threads` : probe.device,
    async train(firstImage, steps) {
      const losses: np.Array[] = [];
      for (let i = 0; i < steps; i++) losses.push(await step(firstImage + i * task.batchSize));
      const values: number[] = await Promise.all(losses.map((loss) => loss.jsAsync()));
      return values.reduce((sum, loss) => sum + loss, 0) / steps;
    },
    // The worker ends with the turn, and all arrays with it.
    close: async () => undefined,
  };
}

/** Forward pass, gradient and update are one function under `jit`; a batch is gathered by the host. */
function compiledStep(model: JaxModel, { images, batchSize }: Task): Step {
  const pixels = images.images.length / images.labels.length;
  const floats = firstImagesAsFloats(images, IMAGE_COUNT);
  const labels = Int32Array.from(images.labels.subarray(0, IMAGE_COUNT));
  const lossOf = (weights: np.Array[], batch: np.Array, truth: np.Array) =>
    crossEntropy(model.logProbabilities(weights, batch), truth);
  const step = jit((state: AdamState, rate: np.Array, batch: np.Array, truth: np.Array) => {
    const [loss, gradients] = valueAndGrad(lossOf)(tree.ref(state.weights), batch, truth);
    return { loss, state: adamUpdate(state, gradients, rate) };
  });
  let state = initialAdamState(model.weights);
  let updates = 0;
  return async (firstImage) => {
    const end = firstImage + batchSize;
    const batch = np.array(floats.slice(firstImage * pixels, end * pixels), {
      shape: [batchSize, ...model.inputShape],
    });
    const result = step(state, adamRateOf(++updates), batch, np.array(labels.slice(firstImage, end)));
    state = result.state;
    return result.loss;
  };
}

/**
 * As the demo trains: the images live on the device and are gathered there by index, the loss' gradient is taken around a compiled model, the
 * update is made array by array, and every step waits for the new weights and reads its loss.
 */
function demoStep(model: JaxModel, { images, batchSize }: Task): Step {
  const all = np.array(firstImagesAsFloats(images, IMAGE_COUNT), {
    shape: [IMAGE_COUNT, ...model.inputShape],
  });
  const labels = np.array(Int32Array.from(images.labels.subarray(0, IMAGE_COUNT)));
  const predict = jit(model.logProbabilities);
  const lossOf = (weights: np.Array[], batch: np.Array, truth: np.Array) =>
    crossEntropy(predict(weights, batch), truth);
  let state = initialAdamState(model.weights);
  let updates = 0;
  return async (firstImage) => {
    const indices = np.array(Int32Array.from({ length: batchSize }, (_, i) => firstImage + i));
    const [value, gradients] = valueAndGrad(lossOf)(
      tree.ref(state.weights),
      all.ref.slice(indices.ref),
      labels.ref.slice(indices),
    );
    state = adamUpdate(state, gradients, adamRateOf(++updates));
    await blockUntilReady(state.weights);
    return value.blockUntilReady();
  };
}
