import { softmax } from '../engine/reference/crossEntropy';
import { indexOfLargest } from '../lib/indexOfLargest';
import type { Pieces } from './pieces';
import type { Reader } from './reader';

export interface Change {
  /** The digit after the change, 0 … 1. */
  readonly pixels: Float64Array;
  /** Whether the wanted digit wins there, by the margin. */
  readonly isReached: boolean;
  /** How far the change goes: the root of the sum of its squares. */
  readonly length: number;
  /** Pixels that change by more than a byte's last step. */
  readonly changedPixels: number;
  /** Probabilities of the ten digits at equal steps along the straight way, from the digit itself to the changed one. */
  readonly readings: readonly Float64Array[];
}

/** The wanted digit is to be read with this probability. */
export const GOAL_PROBABILITY = 0.75;
const GOAL = Math.log(GOAL_PROBABILITY / (1 - GOAL_PROBABILITY));
/** What is missing to the goal moves the aim by this part of it: where the model bends away, aiming at the goal itself falls short. */
const CORRECTION = 0.3;
/** The smaller a change of a pixel is, the sooner it is left out altogether: few pixels change, and those visibly (L1 beside L2). */
const SPARSENESS = 0.1;
/** Of the way to each answer of the linear question so much is gone, because the model is not linear. */
const STRIDE = 0.5;
const MOST_ROUNDS = 80;
/** A round that shortens the change by less than this part counts for nothing; after so many of them it ends. */
const WORTHWHILE = 0.005;
const PATIENCE = 12;
const BISECTIONS = 50;
export const READING_COUNT = 21;

/**
 * The smallest change found that makes the model read `wanted`: an approximate answer to
 *
 *   minimise ½‖d‖² + s‖d‖₁ such that the log-odds of the wanted digit are at least ln(0.75 / 0.25), and 0 ≤ x + d ≤ 1.
 *
 * Each round asks that question of the model's tangent at the present point, which has an exact answer (`answerLinear`), and goes half
 * the way there: sequential programming, as DeepFool (Moosavi-Dezfooli et al., 2016) and FAB (Croce and Hein, 2020) do. The shortest
 * change that did reach the goal is kept; a shorter one may exist.
 *
 * @param original the digit x, 0 … 1
 */
export function* smallestChange(reader: Reader, original: Float64Array, wanted: number): Pieces<Change> {
  let present = original.slice();
  let best: Float64Array | null = null;
  let shortest = Infinity;
  let aim = GOAL;
  let idleRounds = 0;

  for (let round = 0; round < MOST_ROUNDS && idleRounds < PATIENCE; round++) {
    const { odds, shares } = logOdds(reader.logits(present), wanted);
    const length = distance(present, original);
    if (best) idleRounds++;
    if (odds >= GOAL && length < shortest) {
      if (length < shortest * (1 - WORTHWHILE)) idleRounds = 0;
      [best, shortest] = [present, length];
    }

    const { gradient } = reader.gradient(present, shares);
    // The tangent's height above the original, from which the linear question counts.
    const oddsAtOriginal = gradient.reduce(
      (sum, slope, pixel) => sum + slope * (original[pixel] - present[pixel]),
      odds,
    );
    aim += CORRECTION * (GOAL - odds);
    const answer = answerLinear(original, gradient, aim - oddsAtOriginal);
    present = present.map((ink, pixel) => ink + STRIDE * (answer[pixel] - ink));
    yield;
  }

  const pixels = best ?? present;
  const readings = Array.from({ length: READING_COUNT }, (_, i) => {
    const share = i / (READING_COUNT - 1);
    return softmax(reader.logits(original.map((ink, pixel) => ink + share * (pixels[pixel] - ink))));
  });
  return {
    pixels,
    isReached: best !== null,
    length: distance(pixels, original),
    changedPixels: pixels.filter((ink, pixel) => Math.abs(ink - original[pixel]) > 1 / 255).length,
    readings,
  };
}

/**
 * The logarithm of p / (1 − p), from the logits: logit[wanted] − log Σ exp(logit) over the others. Its slope along each logit is 1 for
 * the wanted digit, and for the others what they have of the rest of the probability, taken off.
 */
function logOdds(logits: Float64Array, wanted: number): { odds: number; shares: Float64Array } {
  const others = softmax(logits.map((logit, digit) => (digit === wanted ? -Infinity : logit)));
  const strongest = indexOfLargest(others);
  // log Σ exp(logit) from one of its terms, whose part of the sum is known.
  const sum = logits[strongest] - Math.log(others[strongest]);
  return {
    odds: logits[wanted] - sum,
    shares: others.map((part, digit) => (digit === wanted ? 1 : -part)),
  };
}

/**
 * The x + d within 0 … 1 with the smallest ½‖d‖² + s‖d‖₁ and g · d ≥ goal: d = λ·g, each part shortened by s (soft thresholding), cut off
 * at paper and ink, with the smallest λ that reaches the goal. All there is where none does.
 */
function answerLinear(original: Float64Array, gradient: Float64Array, goal: number): Float64Array {
  const at = (factor: number) =>
    original.map((ink, pixel) => {
      const full = factor * gradient[pixel];
      const kept = Math.sign(full) * Math.max(0, Math.abs(full) - SPARSENESS);
      return Math.min(1, Math.max(0, ink + kept));
    });
  const gainOf = (pixels: Float64Array) =>
    pixels.reduce((sum, ink, pixel) => sum + gradient[pixel] * (ink - original[pixel]), 0);

  if (goal <= 0) return original;
  const steepest = gradient.reduce((most, slope) => Math.max(most, Math.abs(slope)), 0);
  if (steepest === 0) return original;
  let [low, high] = [0, (1 + SPARSENESS) / steepest];
  for (let doubling = 0; doubling < BISECTIONS && gainOf(at(high)) < goal; doubling++) high *= 2;
  for (let half = 0; half < BISECTIONS; half++) {
    const middle = (low + high) / 2;
    if (gainOf(at(middle)) < goal) low = middle;
    else high = middle;
  }
  return at(high);
}

function distance(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - b[i]) ** 2, 0));
}
