import { existsSync, readFileSync } from 'node:fs';
import { test } from 'vitest';

const path = new URL('./generated/simd.wasm', import.meta.url);
/** The build without relaxed SIMD, which Node 20 does not have; null where it is not built. */
export const kernels = existsSync(path) ? new WebAssembly.Module(readFileSync(path)) : null;

/** A test of the built kernels; where they are not built it is skipped and says why. */
export function testKernels(title: string, body: (module: WebAssembly.Module) => void | Promise<void>): void {
  if (kernels) test(title, () => body(kernels));
  else test.skip(`${title} (the kernels are not built: run node scripts/setup.mjs)`);
}
