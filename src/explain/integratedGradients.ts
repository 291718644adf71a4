import type { Pair } from './pair';
import { sharesOf } from './pair';
import type { Pieces } from './pieces';
import type { Reader } from './reader';
import { sumOf } from './valueMap';

export interface IntegratedGradients {
  /** Each pixel's share of the difference, in logits. */
  readonly values: Float64Array;
  /** Between the digit and empty paper: what the shares should add up to. */
  readonly change: number;
  /** What they do add up to, less that. */
  readonly gap: number;
  /** Gradients that were averaged. */
  readonly steps: number;
}

/** The shares add up to within this (logits), unless so many steps are not enough. */
const LARGEST_GAP = 1e-2;
const FIRST_STEPS = 9;
const MOST_STEPS = 2_187;

/**
 * Integrated gradients (Sundararajan, Taly and Yan, "Axiomatic attribution for deep networks", 2017), from empty paper to the digit x:
 * share[i] = x[i] · the mean over t in 0 … 1 of the gradient of logit[target] − logit[rival] along pixel i, at t·x.
 *
 * The mean is taken over the middles of equal parts. A third of each part has the same middle, so three times as many parts keep all
 * that was computed: they are tripled until the shares add up.
 */
export function* integratedGradients(
  reader: Reader,
  pixels: Float64Array,
  pair: Pair,
): Pieces<IntegratedGradients> {
  const shares = sharesOf(pair);
  const differenceOf = (logits: Float64Array) => logits[pair.target] - logits[pair.rival];
  const paper = new Float64Array(pixels.length);
  const change = differenceOf(reader.logits(pixels)) - differenceOf(reader.logits(paper));
  const sum = new Float64Array(pixels.length);

  for (let steps = FIRST_STEPS; ; steps *= 3) {
    for (let part = 0; part < steps; part++) {
      const isDone = steps > FIRST_STEPS && part % 3 === 1;
      if (isDone) continue;
      const t = (part + 0.5) / steps;
      const { gradient } = reader.gradient(
        pixels.map((ink) => t * ink),
        shares,
      );
      gradient.forEach((slope, pixel) => (sum[pixel] += slope));
      yield;
    }
    const values = sum.map((slopes, pixel) => (pixels[pixel] * slopes) / steps);
    const gap = sumOf(values) - change;
    if (Math.abs(gap) <= LARGEST_GAP || steps >= MOST_STEPS) return { values, change, gap, steps };
  }
}
