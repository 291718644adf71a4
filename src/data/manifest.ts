import * as v from 'valibot';
import { Problem } from '../lib/problem';

/** Grows with every change to the manifest or to the layout of a shard (decodeShard.ts). */
const MANIFEST_VERSION = 1;

/** One image: 28 × 28 pixels of one byte, row by row, 0 = paper. */
export const IMAGE_BYTES = 28 * 28;

// Far above what MNIST needs; they keep a foreign manifest from filling the memory of the tab.
const MAX_IMAGES = 100_000;
const MAX_SHARDS = 64;
const MAX_SHARD_BYTES = 8_000_000;
const MAX_TEXT_LENGTH = 500;

const text = v.pipe(v.string(), v.maxLength(MAX_TEXT_LENGTH));

function countUpTo(limit: number) {
  return v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(limit));
}

const shardSchema = v.object({
  // A plain name: it must not lead out of the manifest's own folder.
  file: v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9.-]{0,63}$/)),
  imageCount: countUpTo(MAX_IMAGES),
  /** Compressed, as the server sends it. */
  byteLength: countUpTo(MAX_SHARD_BYTES),
  /** Of the compressed bytes, in lower-case hexadecimal. */
  sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
});

const imageListSchema = v.pipe(
  v.object({
    imageCount: countUpTo(MAX_IMAGES),
    shards: v.pipe(v.array(shardSchema), v.maxLength(MAX_SHARDS)),
  }),
  v.check(
    ({ imageCount, shards }) => imageCount === shards.reduce((sum, shard) => sum + shard.imageCount, 0),
    'imageCount is not the sum of the shards',
  ),
);

const manifestSchema = v.object({
  version: v.literal(MANIFEST_VERSION),
  name: text,
  source: text,
  homepage: text,
  licence: text,
  imageShape: v.strictTuple([v.literal(28), v.literal(28), v.literal(1)]),
  classCount: v.literal(10),
  training: imageListSchema,
  test: imageListSchema,
});

/** What the image shards are: written by scripts/shards.mjs, read before anything else is loaded. */
export type Manifest = v.InferOutput<typeof manifestSchema>;

/** A run of images that is fetched as one file. */
export type Shard = v.InferOutput<typeof shardSchema>;

/** Images in file order, cut into shards. */
export type ImageList = v.InferOutput<typeof imageListSchema>;

/** The manifest in a file's text. Throws `manifestInvalid`, which names the first field that is wrong. */
export function parseManifest(json: string): Manifest {
  const result = v.safeParse(manifestSchema, parseJson(json));
  if (result.success) return result.output;
  const [issue] = result.issues;
  const field = v.getDotPath(issue) ?? 'manifest';
  throw new Problem('manifestInvalid', { detail: `${field}: ${issue.message}` });
}

function parseJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new Problem('manifestInvalid', { detail: 'it is not JSON' }, error);
  }
}
