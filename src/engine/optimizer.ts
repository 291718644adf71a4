/** The update rules by name, with their constants. Learning rates come with each step. */
export type OptimizerSpec =
  /** One update from the whole training set: w ← w − η ∇L(w), L over all images. */
  | { readonly name: 'gradientDescent' }
  /** One update from each batch: w ← w − η ∇L_B(w). */
  | { readonly name: 'sgd' }
  /** v ← μ v − η g; w ← w + v. */
  | { readonly name: 'momentum'; readonly momentum: number }
  /** v ← ρ v + (1 − ρ) g²; w ← w − η g / √(v + ε). */
  | { readonly name: 'rmsprop'; readonly rho: number; readonly epsilon: number }
  /** m ← m + (1 − β₁)(g − m); v ← v + (1 − β₂)(g² − v); w ← w − η √(1 − β₂ᵗ)/(1 − β₁ᵗ) · m / (√v + ε). */
  | { readonly name: 'adam'; readonly beta1: number; readonly beta2: number; readonly epsilon: number };

export type OptimizerName = OptimizerSpec['name'];

/** Keras 3's default constants. */
export const defaultOptimizers = {
  gradientDescent: { name: 'gradientDescent' },
  sgd: { name: 'sgd' },
  momentum: { name: 'momentum', momentum: 0.9 },
  rmsprop: { name: 'rmsprop', rho: 0.9, epsilon: 1e-7 },
  adam: { name: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
} as const satisfies { readonly [Name in OptimizerName]: OptimizerSpec & { name: Name } };

export const optimizerNames = Object.keys(defaultOptimizers) as readonly OptimizerName[];

/** What an optimizer remembers: for each slot one array for each weight tensor, in Keras order. */
export interface OptimizerState {
  /** Updates applied so far. */
  readonly step: number;
  readonly slots: Readonly<Record<string, readonly Float32Array[]>>;
}

/** The names of an optimizer's slots, in the order the update rules below take them. */
export const slotNames = {
  gradientDescent: [],
  sgd: [],
  momentum: ['velocity'],
  rmsprop: ['meanSquare'],
  adam: ['mean', 'meanSquare'],
} as const satisfies Record<OptimizerName, readonly string[]>;

export function initialOptimizerState(spec: OptimizerSpec, weights: readonly Float32Array[]): OptimizerState {
  const zeros = () => weights.map((tensor) => new Float32Array(tensor.length));
  return { step: 0, slots: Object.fromEntries(slotNames[spec.name].map((name) => [name, zeros()])) };
}

/**
 * Adam's learning rate with both bias corrections folded in, η √(1 − β₂ᵗ) / (1 − β₁ᵗ), for update t = 1, 2, …
 * Source: Kingma and Ba, "Adam: a method for stochastic optimization" (2015), end of section 2, as Keras does it.
 */
export function adamRate(learningRate: number, beta1: number, beta2: number, t: number): number {
  return (learningRate * Math.sqrt(1 - beta2 ** t)) / (1 - beta1 ** t);
}

/**
 * One update of every weight in Keras' conventions: the reference of every engine's fused version.
 * Nothing is changed in place. `gradients` has the shape of `weights`.
 */
export function updateWeights(
  spec: OptimizerSpec,
  learningRate: number,
  weights: readonly Float32Array[],
  gradients: readonly Float32Array[],
  state: OptimizerState,
): { weights: Float32Array[]; state: OptimizerState } {
  const step = state.step + 1;
  const next = {
    weights: weights.map((tensor) => tensor.slice()),
    state: {
      step,
      slots: Object.fromEntries(
        Object.entries(state.slots).map(([name, tensors]) => [name, tensors.map((tensor) => tensor.slice())]),
      ),
    },
  };
  next.weights.forEach((w, tensor) => {
    const g = gradients[tensor];
    const slot = (name: string) => next.state.slots[name][tensor];
    switch (spec.name) {
      case 'gradientDescent':
      case 'sgd':
        for (let i = 0; i < w.length; i++) w[i] -= learningRate * g[i];
        break;
      case 'momentum': {
        const v = slot('velocity');
        for (let i = 0; i < w.length; i++) {
          v[i] = spec.momentum * v[i] - learningRate * g[i];
          w[i] += v[i];
        }
        break;
      }
      case 'rmsprop': {
        const v = slot('meanSquare');
        for (let i = 0; i < w.length; i++) {
          v[i] = spec.rho * v[i] + (1 - spec.rho) * g[i] * g[i];
          w[i] -= (learningRate * g[i]) / Math.sqrt(v[i] + spec.epsilon);
        }
        break;
      }
      case 'adam': {
        const m = slot('mean');
        const v = slot('meanSquare');
        const rate = adamRate(learningRate, spec.beta1, spec.beta2, step);
        for (let i = 0; i < w.length; i++) {
          m[i] += (1 - spec.beta1) * (g[i] - m[i]);
          v[i] += (1 - spec.beta2) * (g[i] * g[i] - v[i]);
          w[i] -= (rate * m[i]) / (Math.sqrt(v[i]) + spec.epsilon);
        }
        break;
      }
    }
  });
  return next;
}
