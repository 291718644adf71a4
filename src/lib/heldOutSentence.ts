import { fill } from './fill';

/** How images held out were read first and last; empty before they were. */
export function heldOutSentence(
  words: Readonly<Record<'heldOutOnce' | 'heldOutSince', string>>,
  values: readonly number[],
  value: (number: number) => string,
): string {
  if (values.length === 0) return '';
  return fill(values.length > 1 ? words.heldOutSince : words.heldOutOnce, {
    first: value(values[0]),
    last: value(values[values.length - 1]),
  });
}
