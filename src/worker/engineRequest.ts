import type { EngineRequest } from '../engine/openCandidate';
import type { Random } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import type { TrainingConfig } from '../training/config';
import { imagesPerStep } from '../training/config';
import { optimizerSpec } from '../training/optimizerSpec';

/** What a run asks of an engine, but for the images. The weights are drawn from `random`. */
export function engineRequest(
  config: TrainingConfig,
  random: Random,
): Pick<EngineRequest, 'spec' | 'weights' | 'optimizer' | 'nodes' | 'batchSize'> {
  const spec = presets[config.preset];
  return {
    spec,
    weights: initialWeights(planModel(spec), random),
    optimizer: optimizerSpec(config),
    nodes: config.nodes,
    batchSize: imagesPerStep(config),
  };
}
