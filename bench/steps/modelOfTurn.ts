import { createRandom } from '../../src/lib/random';
import { initialWeights } from '../../src/model/initialWeights';
import type { ModelPlan } from '../../src/model/plan';
import { planModel } from '../../src/model/plan';
import type { PresetName } from '../../src/model/presets';
import { presets } from '../../src/model/presets';

const SEED = 1;

/** The model of a turn and the weights that every contestant starts from, in Keras order and layout. */
export function modelOfTurn(preset: PresetName): {
  readonly plan: ModelPlan;
  readonly weights: readonly Float32Array[];
} {
  const plan = planModel(presets[preset]);
  return { plan, weights: initialWeights(plan, createRandom(SEED)) };
}
