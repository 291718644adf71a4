import { Unlike } from './Unlike';
import { Hand } from './hand/Hand';

/** What of the column comes after the first paint, in one script: the note beside the guess, or what is under the bars. */
export function LaterPart({ isNote }: { isNote?: boolean }) {
  return isNote ? <Unlike /> : <Hand />;
}
