import type { EngineRequest } from '../engine/openCandidate';
import { createRandom } from '../lib/random';
import { initialWeights } from '../model/initialWeights';
import { planModel } from '../model/plan';
import { presets } from '../model/presets';
import type { Checkpoint } from '../training/checkpoint';
import type { TrainingConfig } from '../training/config';
import { imagesPerStep } from '../training/config';
import { optimizerSpec } from '../training/optimizerSpec';

type RunRequest = Omit<EngineRequest, 'trainingImages' | 'known' | 'onStage'>;

/** What a run asks of an engine. The weights are drawn from the run's seed. */
export function engineRequest(config: TrainingConfig): RunRequest {
  const spec = presets[config.preset];
  return {
    spec,
    weights: initialWeights(planModel(spec), createRandom(config.seed)),
    optimizer: optimizerSpec(config),
    choice: config.engine,
    nodes: config.nodes,
    batchSize: imagesPerStep(config),
  };
}

/** The same of a run that goes on: on the engine that computed it, where that is to be had, so that the bits stay the same. */
export function requestFromCheckpoint({ config, state, computedBy }: Checkpoint): RunRequest {
  const { name, nodes } = computedBy;
  return { ...engineRequest(config), weights: state.weights, choice: name, nodes };
}
