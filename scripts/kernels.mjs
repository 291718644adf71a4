// Compiles the WASM engine's kernels when their sources have changed: for every browser with SIMD, for those with relaxed
// SIMD, and each also for memory that several threads share.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const sources = `${root}src/engine/wasm/assembly`;

/** In pages of 64 KiB, 1 GiB: browsers set aside addresses, not memory. sharedMemory.ts asks for as much. */
const SHARED_PAGES = '16384';
const shared = [
  '--enable',
  'threads',
  '--sharedMemory',
  '--initialMemory',
  '1',
  '--maximumMemory',
  SHARED_PAGES,
];
const simd = ['--enable', 'simd'];
const relaxed = [...simd, '--enable', 'relaxed-simd'];
const builds = {
  simd,
  relaxed,
  'simd-shared': [...simd, ...shared],
  'relaxed-shared': [...relaxed, ...shared],
};

export function prepareKernels() {
  for (const [name, enabled] of Object.entries(builds)) {
    const target = `${root}src/engine/wasm/generated/${name}.wasm`;
    if (isNewer(target)) continue;
    console.log(`Compiling the WASM kernels (${name}) …`);
    const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--outFile', target];
    if (!run('asc', [`${sources}/index.ts`, ...options, ...enabled])) {
      throw new Error('the WASM kernels could not be compiled; the messages are above.');
    }
  }
}

/** @param {string} target */
function isNewer(target) {
  if (!existsSync(target)) return false;
  const builtAt = statSync(target).mtimeMs;
  return readdirSync(sources).every((file) => statSync(`${sources}/${file}`).mtimeMs < builtAt);
}
