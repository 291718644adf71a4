import { fill } from '../../lib/fill';
import type { ModelPlan } from '../../model/plan';
import type { LaterWords } from '../../words/laterWords';

/** A layer by its place, counted from 1, and what it is: `1 · convolution`. */
export function layerName(words: LaterWords['optimizer'], plan: ModelPlan, layer: number): string {
  return fill(words.layerName, { layer: layer + 1, type: words.layerTypes[plan.layers[layer].spec.type] });
}
