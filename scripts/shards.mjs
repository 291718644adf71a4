import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { encodeShard, sha256 } from './encodeShard.mjs';
import { readIdx } from './idx.mjs';
import { root } from './root.mjs';

/** @typedef {import('../src/data/manifest').Manifest} Manifest */
/** @typedef {import('../src/data/manifest').ImageList} ImageList */
/** @typedef {import('../src/data/manifest').Shard} Shard */

/** @type {Manifest['version']} */
const MANIFEST_VERSION = 1;
const IMAGES_PER_SHARD = 5000;
const IMAGE_BYTES = 28 * 28;
/** What a visitor who trains on everything may have to download. */
const MAX_TOTAL_BYTES = 12_000_000;

const folder = `${root}public/mnist/`;
const manifestPath = `${folder}manifest.json`;

/** Turns MNIST's four files into public/mnist/, unless it is there and undamaged. */
export async function prepareShards() {
  if (isComplete()) return;
  console.log('Packing the MNIST images into shards (up to a minute) …');
  // The manifest goes first and comes back last, so that an interrupted run leaves nothing that counts.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  /** @type {Manifest} */
  const manifest = {
    version: MANIFEST_VERSION,
    name: 'MNIST',
    source:
      'The MNIST database of handwritten digits, by Yann LeCun, Corinna Cortes and Christopher J.C. Burges',
    homepage: 'http://yann.lecun.com/exdb/mnist/',
    licence: 'Commonly cited as CC BY-SA 3.0 (https://creativecommons.org/licenses/by-sa/3.0/)',
    imageShape: [28, 28, 1],
    classCount: 10,
    training: await writeShards(
      'training',
      readIdx('train-labels-idx1-ubyte'),
      readIdx('train-images-idx3-ubyte'),
    ),
    test: await writeShards('test', readIdx('t10k-labels-idx1-ubyte'), readIdx('t10k-images-idx3-ubyte')),
  };
  checkTotal(manifest);
  writeManifest(manifest);
}

/**
 * @param {string} name
 * @param {Uint8Array} labels
 * @param {Uint8Array} images
 * @returns {Promise<ImageList>}
 */
async function writeShards(name, labels, images) {
  const starts = Array.from(
    { length: labels.length / IMAGES_PER_SHARD },
    (_, index) => index * IMAGES_PER_SHARD,
  );
  // All at once: Node compresses on several threads.
  const shards = starts.map(async (start, index) => {
    const end = start + IMAGES_PER_SHARD;
    const { shard, bytes } = await encodeShard(
      `${name}-${String(index).padStart(2, '0')}`,
      labels.subarray(start, end),
      images.subarray(start * IMAGE_BYTES, end * IMAGE_BYTES),
    );
    writeFileSync(folder + shard.file, bytes);
    console.log(`  ${shard.file}  ${shard.imageCount} images, ${shard.byteLength} bytes`);
    return shard;
  });
  return { imageCount: labels.length, shards: await Promise.all(shards) };
}

/** @param {Manifest} manifest */
function checkTotal({ training, test }) {
  const totalBytes = [...training.shards, ...test.shards].reduce((sum, shard) => sum + shard.byteLength, 0);
  console.log(`  ${totalBytes} bytes in all`);
  if (totalBytes > MAX_TOTAL_BYTES) throw new Error(`The shards are larger than ${MAX_TOTAL_BYTES} bytes.`);
}

/** @param {Manifest} manifest */
function writeManifest(manifest) {
  const draft = `${manifestPath}.draft`;
  writeFileSync(draft, JSON.stringify(manifest, null, 2));
  renameSync(draft, manifestPath);
}

/** Whether a manifest of this version is there and every shard of it, byte for byte. Takes 40 ms. */
function isComplete() {
  if (!existsSync(manifestPath)) return false;
  try {
    /** @type {Manifest} */
    const { version, training, test } = JSON.parse(readFileSync(manifestPath, 'utf8'));
    const isIntact = (/** @type {Shard} */ { file, sha256: expectedHash }) =>
      sha256(readFileSync(folder + file)) === expectedHash;
    return version === MANIFEST_VERSION && [...training.shards, ...test.shards].every(isIntact);
  } catch (error) {
    console.log(`The shards are damaged (${error instanceof Error ? error.message : error}).`);
    return false;
  }
}
