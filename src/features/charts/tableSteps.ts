import { evenlySpaced } from '../../lib/evenlySpaced';

/** As many rows as can be read or listened to. */
const MAX_ROWS = 20;

/** The steps (counted from 0) that a table tells of: some of all, and as many of those that images held out were read after. */
export function tableSteps(stepCount: number, validated: readonly number[]): number[] {
  const steps = new Set([
    ...evenlySpaced(stepCount, MAX_ROWS),
    ...evenlySpaced(validated.length, MAX_ROWS).map((index) => validated[index]),
  ]);
  return [...steps].sort((a, b) => a - b);
}
