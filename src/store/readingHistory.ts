import type { Prediction } from '../worker/protocol';

/** Two readings lie at least this part of all steps they span apart: as close as a chart can show them. */
const FINEST_PART = 1 / 80;

/**
 * What was read in one digit as training went on, in the order of steps, with one reading more. The last reading of a step counts; a run that
 * was taken back has not read what came after. A reading that no chart could show apart makes room for the next, so that their number grows
 * with the logarithm of the steps: early on, where most is learned, they lie closest.
 */
export function withReading(readings: readonly Prediction[], next: Prediction): readonly Prediction[] {
  const earlier = readings.filter(({ step }) => step < next.step);
  if (earlier.length < 2) return [...earlier, next];
  const [before, last] = earlier.slice(-2);
  const isTooClose = last.step - before.step < FINEST_PART * (next.step - earlier[0].step);
  return [...(isTooClose ? earlier.slice(0, -1) : earlier), next];
}
