import { fill } from '../../lib/fill';
import { formatCount } from '../../lib/formatCount';
import { formatPercent } from '../../lib/formatPercent';
import { indexOfLargest } from '../../lib/indexOfLargest';
import type { FollowedDigit } from '../../store/followed';
import type { LaterWords } from '../../words/laterWords';

type Readings = FollowedDigit['readings'];

/** The ten digits, the likeliest first; of two that are equally likely the smaller. */
export function likeliestFirst(probabilities: Float32Array): number[] {
  return Array.from(probabilities.keys()).sort((a, b) => probabilities[b] - probabilities[a] || a - b);
}

/** `7 98%`, as the last reading has it; nothing before the first. */
export function lastReading(readings: Readings): string {
  const last = readings.at(-1);
  if (!last) return '';
  const guess = indexOfLargest(last.probabilities);
  return `${guess} ${formatPercent(last.probabilities[guess])}`;
}

/** What is read now, since when, and how sure of it the first reading was. At least one reading. */
export function readingSentence(words: LaterWords['followed'], readings: Readings): string {
  const last = readings[readings.length - 1];
  const guess = indexOfLargest(last.probabilities);
  const now = { digit: guess, last: formatPercent(last.probabilities[guess]), step: formatCount(last.step) };
  if (readings.length === 1) return fill(words.readOnce, now);
  const [first] = readings;
  const before = readings.findLast(({ probabilities }) => indexOfLargest(probabilities) !== guess);
  return fill(before ? words.readSince : words.readAlways, {
    ...now,
    first: formatPercent(first.probabilities[guess]),
    firstStep: formatCount(first.step),
    since: formatCount(readings[before ? readings.indexOf(before) + 1 : 0].step),
  });
}
