import { choosePair } from '../../explain/pair';
import { formatPercent } from '../../lib/formatPercent';

/** The guess and the runner-up with their probabilities, for a sentence. @param probabilities of the ten digits */
export function twoLikeliest(probabilities: Float64Array) {
  const { target, rival } = choosePair(probabilities, { target: null, rival: null });
  return {
    first: target,
    firstPercent: formatPercent(probabilities[target]),
    second: rival,
    secondPercent: formatPercent(probabilities[rival]),
  };
}
