/** Steps whose losses are compared, where the contestant is so fast that its warm-up holds them. */
export const CHECKED_STEPS = 6;

/** How far a loss (nats) may be from ours: far more than rounding, and less than a wrong gradient makes of the second step. */
const TOLERANCE = 1e-4;

/**
 * TensorFlow.js's own Adam corrects its moments before it adds epsilon, Keras' and ours after: where gradients are as small as
 * epsilon, their steps differ.
 */
const FIT_TOLERANCE = 5e-3;

/**
 * Compares a turn's first losses with ours on the same batches from the same weights.
 *
 * @param {string} contestant
 * @param {import('./turn').TurnReport['losses']} groups
 * @param {readonly number[]} expected ours, step by step
 * @returns {{ steps: number, difference: number }} how many steps were compared, and the greatest difference
 * @throws where the difference is too great to call it the same training
 */
export function checkLosses(contestant, groups, expected) {
  const tolerance = contestant.startsWith('fit-') ? FIT_TOLERANCE : TOLERANCE;
  let steps = 0;
  let difference = 0;
  for (const group of groups) {
    const ours = expected.slice(steps, steps + group.steps);
    if (ours.length < group.steps) break;
    const expectedLoss = ours.reduce((sum, loss) => sum + loss, 0) / group.steps;
    steps += group.steps;
    difference = Math.max(difference, Math.abs(group.loss - expectedLoss));
    // A comparison with NaN is false, so a loss that is no number is wrong.
    if (!(difference <= tolerance)) {
      throw new WrongLoss(
        `wrong: its loss at step ${steps} is ${group.loss.toFixed(5)}; ours is ${expectedLoss.toFixed(5)}`,
      );
    }
  }
  return { steps, difference };
}

/** A contestant that trains something else than the others. */
export class WrongLoss extends Error {}
