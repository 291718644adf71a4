import type { Pair } from '../../explain/pair';
import { fill } from '../../lib/fill';
import type { LaterWords } from '../../words/laterWords';
import type { Ends } from './summary';

/** Above zero a value speaks for the target, below for its rival. */
export function pairEnds(words: LaterWords['explain'], { target, rival }: Pair): Ends {
  return {
    above: fill(words.supports, { digit: target }),
    below: fill(words.opposes, { digit: rival }),
  };
}
