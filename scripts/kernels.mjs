// Compiles the WASM engine's kernels, once for every browser with SIMD and once for those with relaxed SIMD,
// when their sources have changed.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { root } from './root.mjs';
import { run } from './run.mjs';

const sources = `${root}src/engine/wasm/assembly`;
const builds = { simd: ['simd'], relaxed: ['simd', 'relaxed-simd'] };

export function prepareKernels() {
  for (const [name, features] of Object.entries(builds)) {
    const target = `${root}src/engine/wasm/generated/${name}.wasm`;
    if (isNewer(target)) continue;
    console.log(`Compiling the WASM kernels (${name}) …`);
    const options = ['-O3', '--noAssert', '--runtime', 'stub', '--importMemory', '--outFile', target];
    const enabled = features.flatMap((feature) => ['--enable', feature]);
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
