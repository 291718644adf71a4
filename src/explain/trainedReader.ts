import { createReferenceTrainer } from '../engine/reference/referenceTrainer';
import type { ImageSource } from '../engine/engine';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import type { ModelSpec } from '../model/spec';
import type { Reader } from './reader';
import { createReader } from './reader';

const BATCH = 32;

/** For tests: a model that was trained for some steps, in plain loops. */
export function trainedReader(spec: ModelSpec, trainingImages: ImageSource, steps: number): Reader {
  const plan = planModel(spec);
  const trainer = createReferenceTrainer({
    spec,
    weights: initialWeights(plan, createRandom(3)),
    optimizer: { name: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
    trainingImages,
  });
  for (let step = 0; step < steps; step++) {
    const indices = Uint32Array.from(
      { length: BATCH },
      (_, i) => (step * BATCH + i) % trainingImages.loadedCount,
    );
    const update = { learningRate: 0.01 };
    trainer.step({ indices, batchSize: BATCH, offset: 0, seed: 0, update });
  }
  return createReader(plan, trainer.state().weights);
}
