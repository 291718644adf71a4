import { Problem } from '../lib/problem';
import { fetchBytes, TransferFailure } from './fetchBytes';
import type { Manifest } from './manifest';
import { parseManifest } from './manifest';
import type { Patience } from './retry';
import { cacheMode, retry } from './retry';

/** Fourteen shards take 2 kB. */
const MAX_MANIFEST_BYTES = 65_536;

/** Throws `manifestUnreachable` or `manifestInvalid`, as the last attempt ended. */
export function loadManifest(
  baseUrl: string,
  fetch: typeof globalThis.fetch,
  patience: Patience,
): Promise<Manifest> {
  return retry(async (attemptNumber) => {
    const bytes = await fetchBytes(`${baseUrl}manifest.json`, {
      fetch,
      // Asks the server whether the cached list still holds: the shards may have been published anew.
      cache: cacheMode(attemptNumber, 'no-cache'),
      limitBytes: MAX_MANIFEST_BYTES,
      stallMs: patience.stallMs,
    }).catch((error: unknown) => {
      throw error instanceof TransferFailure ? unreachable(error) : error;
    });
    return parseManifest(new TextDecoder().decode(bytes));
  }, patience);
}

function unreachable(failure: TransferFailure) {
  const detail = failure.reason === 'wrongType' ? `the server sent ${failure.message}` : failure.message;
  return new Problem('manifestUnreachable', { detail }, failure);
}
