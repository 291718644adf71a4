import type { problemSentences } from './problemSentences';

/** What went wrong; `words/` has the sentence. */
export type ProblemCode = keyof typeof problemSentences;

/** A problem as plain data: it can be posted between threads, stored and translated. */
export interface ProblemData {
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
  /** Where it happened in the code, for reports; only for problems nobody foresaw. */
  readonly stack?: string;
}

/** An error a person should read, in words/. Its message, for logs, is its code and values. */
export class Problem extends Error {
  readonly data: ProblemData;

  constructor(code: ProblemCode, values: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(values)}`, { cause });
    this.name = 'Problem';
    this.data = { code, values };
  }
}

/** Whatever was thrown, as data. What nobody foresaw keeps its stack. */
export function problemData(error: unknown): ProblemData {
  if (error instanceof Problem) return error.data;
  const detail = errorMessage(error);
  const stack = error instanceof Error ? error.stack : undefined;
  return { code: 'unexpected', values: { detail }, ...(stack === undefined ? {} : { stack }) };
}

/** The message of whatever was thrown. */
export function errorMessage(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
