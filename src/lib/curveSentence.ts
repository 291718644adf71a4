import { fill } from './fill';
import { formatCount } from './formatCount';

/**
 * Where a smoothed curve began and where it is, and whether something is missing of it.
 *
 * @param missing steps (counted from 0) whose value is not a number
 */
export function curveSentence(
  words: Readonly<Record<'summary' | 'missing', string>>,
  smoothed: Float32Array,
  missing: readonly number[],
  value: (number: number) => string,
): string {
  const sentence = fill(words.summary, {
    first: value(smoothed[0]),
    last: value(smoothed.findLast(Number.isFinite) ?? NaN),
    steps: formatCount(smoothed.length),
  });
  if (missing.length === 0) return sentence;
  return `${sentence} ${fill(words.missing, { step: formatCount(missing[0] + 1) })}`;
}
