import { delay } from '../lib/delay';

/** From an answer to the next question at least this long (ms). */
export const ASKING_INTERVAL_MS = 1_000;

/**
 * Asks at once, and again whenever the answer may have become another: `version` says so by changing. Never asks before the last answer
 * has come. Where there is no answer yet (null) it asks again, too.
 *
 * @returns how to stop; no answer is passed on after that
 */
export function keepAsking<Answer>({
  ask,
  version,
  onAnswer,
  onProblem,
}: {
  ask: () => Promise<Answer | null>;
  version: () => unknown;
  onAnswer: (answer: Answer) => void;
  /** It could not be answered; nothing more is asked. */
  onProblem: (error: unknown) => void;
}): () => void {
  let isOver = false;

  async function goOn() {
    while (!isOver) {
      const asked = version();
      const answer = await ask();
      if (isOver) return;
      if (answer !== null) onAnswer(answer);
      do {
        await delay(ASKING_INTERVAL_MS);
      } while (!isOver && answer !== null && version() === asked);
    }
  }

  goOn().catch((error: unknown) => {
    if (!isOver) onProblem(error);
  });
  return () => {
    isOver = true;
  };
}
