import { errorMessage, Problem } from '../lib/problem';
import type { Shard } from './manifest';
import { IMAGE_BYTES } from './manifest';
import { readStream } from './readStream';

const LARGEST_LABEL = 9;

export interface DecodedShard {
  /** One byte each: which digit the image shows. */
  readonly labels: Uint8Array;
  /** `IMAGE_BYTES` bytes each, in the order of the labels. */
  readonly images: Uint8Array;
}

/**
 * Opens a shard that scripts/encodeShard.mjs packed: a zlib stream (RFC 1950) of all its labels, then all
 * its images. The browser decompresses, so no server has to be told how. Throws `shardUndecodable`.
 */
export async function decodeShard(compressed: Uint8Array<ArrayBuffer>, shard: Shard): Promise<DecodedShard> {
  const expectedBytes = shard.imageCount * (1 + IMAGE_BYTES);
  const bytes = await decompress(compressed, expectedBytes + 1).catch((error: unknown) => {
    throw undecodable(shard, errorMessage(error), error);
  });
  if (bytes.length !== expectedBytes) {
    throw undecodable(shard, `it does not hold ${shard.imageCount} images`);
  }
  const labels = bytes.subarray(0, shard.imageCount);
  const images = bytes.subarray(shard.imageCount);
  const wrongLabel = labels.find((label) => label > LARGEST_LABEL);
  if (wrongLabel !== undefined) throw undecodable(shard, `one of its labels is ${wrongLabel}`);
  return { labels, images };
}

function decompress(bytes: Uint8Array<ArrayBuffer>, limitBytes: number) {
  return readStream(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate')), limitBytes);
}

function undecodable({ file }: Shard, detail: string, cause?: unknown) {
  return new Problem('shardUndecodable', { shard: file, detail }, cause);
}
