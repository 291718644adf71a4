import { fill } from './fill';
import { Problem } from './problem';
import { problemSentences } from './problemSentences';

/** For tests: the English sentence of the Problem that some work throws, or rejects with. */
export async function sentenceOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return fill(problemSentences[error.data.code], error.data.values);
  }
  throw new Error('nothing was thrown');
}
