import { delay } from '../lib/delay';
import type { ProblemCode } from '../lib/problem';
import { Problem } from '../lib/problem';

/** How long a load waits for a bad connection. */
export interface Patience {
  /** Silence after which an attempt is given up. */
  readonly stallMs: number;
  /** Pause before the second attempt; it doubles before each further one. */
  readonly firstPauseMs: number;
}

export const usualPatience: Patience = { stallMs: 10_000, firstPauseMs: 500 };

/** How many attempts, in all, each problem is worth. One that is not listed is final. */
const attemptLimits: Partial<Record<ProblemCode, number>> = {
  manifestUnreachable: 4,
  manifestInvalid: 2,
  shardUnreachable: 4,
  shardStalled: 4,
  shardTruncated: 4,
  // The second attempt goes past the HTTP cache; damaged again, the file is so on the server.
  shardCorrupt: 2,
};

/** Tries until an attempt succeeds or its problem is not worth another. Attempts are counted from 1. */
export async function retry<Result>(
  attempt: (attemptNumber: number) => Promise<Result>,
  { firstPauseMs }: Patience,
  signal?: AbortSignal,
): Promise<Result> {
  for (let attemptNumber = 1; ; attemptNumber++) {
    try {
      return await attempt(attemptNumber);
    } catch (error) {
      signal?.throwIfAborted();
      const limit = error instanceof Problem ? (attemptLimits[error.data.code] ?? 1) : 1;
      if (attemptNumber >= limit) throw error;
    }
    await delay(firstPauseMs * 2 ** (attemptNumber - 1), signal);
  }
}

/** Retries go past the HTTP cache, which may be where the trouble comes from. */
export function cacheMode(attemptNumber: number, first: RequestCache = 'default'): RequestCache {
  return attemptNumber === 1 ? first : 'reload';
}
