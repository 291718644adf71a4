import type { Explanation, Question } from '../explain/explain';
import { explain } from '../explain/explain';
import { createReader } from '../explain/reader';
import { nextTask } from '../lib/nextTask';
import { planModel } from '../model/plan';
import type { PresetName } from '../model/presets';
import { presets } from '../model/presets';

/** Weights of a model at one step. */
export interface ReadWeights {
  readonly preset: PresetName;
  /** Updates the weights have had. */
  readonly step: number;
  /** In Keras order and layout. */
  readonly weights: readonly Float32Array[];
}

/** An explanation, and the step of the weights it is of. */
export type ExplanationAtStep = Explanation & { readonly step: number };

/** Steps and predictions wait no longer than this, and one more piece of the explanation (ms). */
const PIECES_MS = 8;

/**
 * Explains readings between whatever else the thread has to do. The newest question wins: one that is still being answered when
 * another comes is given up, and its answer is null, as it is where there are no weights.
 */
export function createExplainer(): (
  weights: () => Promise<ReadWeights | null>,
  question: Question,
) => Promise<ExplanationAtStep | null> {
  let newest = 0;

  return async (weightsOf, question) => {
    const own = ++newest;
    const read = await weightsOf();
    if (!read || own !== newest) return null;
    const pieces = explain(createReader(planModel(presets[read.preset]), read.weights), question);
    for (;;) {
      const begunAt = performance.now();
      do {
        const piece = pieces.next();
        if (piece.done) return { ...piece.value, step: read.step };
      } while (performance.now() - begunAt < PIECES_MS);
      await nextTask();
      if (own !== newest) return null;
    }
  };
}
