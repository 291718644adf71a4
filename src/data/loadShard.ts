import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { Problem } from '../lib/problem';
import type { DecodedShard } from './decodeShard';
import { decodeShard } from './decodeShard';
import { fetchBytes, TransferFailure } from './fetchBytes';
import type { Shard } from './manifest';
import type { Patience } from './retry';
import { cacheMode, retry } from './retry';

export interface LoadShardOptions {
  /** Where the shards are; ends with a slash. */
  readonly baseUrl: string;
  readonly fetch: typeof fetch;
  readonly patience: Patience;
  /** Verifying waits for this. */
  readonly after?: Promise<unknown> | undefined;
  /** Compressed bytes of the present attempt; a retry begins again. */
  readonly onBytes?: (receivedBytes: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Fetches, verifies and decodes one shard. Throws the Problem of its last attempt, which names the shard,
 * or the signal's reason.
 */
export function loadShard(shard: Shard, options: LoadShardOptions): Promise<DecodedShard> {
  return retry(
    async (attemptNumber) => {
      const bytes = await fetchShard(shard, options, attemptNumber);
      await options.after;
      verify(bytes, shard);
      return await decodeShard(bytes, shard);
    },
    options.patience,
    options.signal,
  );
}

async function fetchShard(shard: Shard, options: LoadShardOptions, attemptNumber: number) {
  const { baseUrl, fetch, patience, onBytes, signal } = options;
  try {
    return await fetchBytes(baseUrl + shard.file, {
      fetch,
      cache: cacheMode(attemptNumber),
      limitBytes: shard.byteLength + 1,
      stallMs: patience.stallMs,
      onBytes,
      signal,
    });
  } catch (error) {
    if (!(error instanceof TransferFailure)) throw error;
    const values = { shard: shard.file, attempts: attemptNumber };
    switch (error.reason) {
      case 'unreachable':
        throw new Problem('shardUnreachable', { ...values, detail: error.message }, error);
      case 'stalled':
        throw new Problem('shardStalled', { ...values, seconds: patience.stallMs / 1000 }, error);
      case 'wrongType':
        throw new Problem('shardWrongType', { shard: shard.file, type: error.message }, error);
    }
  }
}

function verify(bytes: Uint8Array, { file, byteLength, sha256: expectedHash }: Shard) {
  if (bytes.length < byteLength) {
    throw new Problem('shardTruncated', { shard: file, received: bytes.length, expected: byteLength });
  }
  // A shard that is too long has the wrong hash as well. Not crypto.subtle: browsers withhold it from pages
  // served over plain http, as from another machine of the same network.
  if (bytesToHex(sha256(bytes)) !== expectedHash) throw new Problem('shardCorrupt', { shard: file });
}
