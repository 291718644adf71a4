import { largestOf, strongestLines } from '../../explain/strongest';
import type { ValueMap } from '../../explain/valueMap';
import { fill } from '../../lib/fill';
import { formatSigned } from '../../lib/formatSigned';
import type { LaterWords } from '../../words/laterWords';

/** What values above and below zero say, in a few words. */
export interface Ends {
  readonly above: string;
  readonly below: string;
}

/** What matters in a map, for those who cannot see it. @param margin of the map on the digit (pixels) */
export function summaryOf(
  words: LaterWords['explain'],
  map: ValueMap,
  unit: string,
  ends: Ends,
  margin: number,
): string {
  const largest = largestOf(map);
  if (largest === 0) return words.nothing;
  const lines = ([1, -1] as const).flatMap((sign) => {
    const found = strongestLines(map, sign);
    if (!found) return [];
    const end = sign > 0 ? ends.above : ends.below;
    const [row, column] = [found.row + margin + 1, found.column + margin + 1];
    return [fill(words.strongestFor, { end, row, column })];
  });
  const value = map.values.find((candidate) => Math.abs(candidate) === largest) ?? largest;
  return [...lines, fill(words.range, { largest: formatSigned(value), unit })].join(' ');
}
