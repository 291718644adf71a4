import type { History } from '../training/checkpoint';

/** The curves alone: a view of a larger buffer would be stored with the whole of it. */
export function copyHistory({ losses, correct, stepEndsMs }: History): History {
  return { losses: losses.slice(), correct: correct.slice(), stepEndsMs: stepEndsMs.slice() };
}
