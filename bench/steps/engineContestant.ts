import { openEngine } from '../../src/engine/choose';
import type { EngineName, Slice } from '../../src/engine/engine';
import { defaultOptimizers } from '../../src/engine/optimizer';
import { Problem } from '../../src/lib/problem';
import type { Contestant, Task } from './contestant';
import { LEARNING_RATE } from './contestant';

/** An engine of ours, as the product opens it and asks it: tested first, in groups of steps, in slices it can hold. */
export async function openEngineContestant(
  name: EngineName,
  nodes: number,
  { plan, weights, images, batchSize }: Task,
): Promise<Contestant> {
  const { engine, report } = await openEngine({
    choice: name,
    spec: plan.spec,
    weights,
    optimizer: defaultOptimizers.adam,
    trainingImages: images,
    nodes,
    batchSize,
    known: [],
  });
  if (report.name !== name) {
    await engine.dispose();
    const { code, values } = report.refused[0].problem;
    throw new Problem(code, values);
  }

  /** Slices are views of an epoch's order, as in the product. */
  const order = Uint32Array.from({ length: images.labels.length }, (_, i) => i);

  function slicesOfBatch(firstImage: number): Slice[] {
    const slices: Slice[] = [];
    for (let offset = 0; offset < batchSize; offset += engine.maxSliceImages) {
      const length = Math.min(engine.maxSliceImages, batchSize - offset);
      slices.push({
        indices: order.subarray(firstImage + offset, firstImage + offset + length),
        batchSize,
        offset,
        seed: 0,
        update: offset + length === batchSize ? { learningRate: LEARNING_RATE } : null,
      });
    }
    return slices;
  }

  return {
    device: engine.device,
    async train(firstImage, steps) {
      const slices = Array.from({ length: steps }, (_, step) => slicesOfBatch(firstImage + step * batchSize));
      const results = await engine.step(slices.flat());
      // An engine mends the loss of a node by going on with fewer, which would be another contestant.
      if (engine.losses.length > 0) throw new Problem(engine.losses[0].code, engine.losses[0].values);
      return results.reduce((sum, { lossSum }) => sum + lossSum, 0) / (steps * batchSize);
    },
    close: () => engine.dispose(),
  };
}
