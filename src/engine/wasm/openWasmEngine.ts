import type { Engine, EngineOptions } from '../engine';
import relaxedUrl from './generated/relaxed.wasm?url';
import simdUrl from './generated/simd.wasm?url';
import { kernelBuild } from './kernelBuild';
import { createWasmEngine } from './wasmEngine';

/** Fetches the kernels this browser runs best and makes an engine of them. */
export async function openWasmEngine(options: EngineOptions): Promise<Engine> {
  const build = kernelBuild();
  const response = await fetch(build === 'relaxed' ? relaxedUrl : simdUrl);
  if (!response.ok) throw new Error(`the kernels could not be loaded (HTTP ${response.status})`);
  const module = await WebAssembly.compile(await response.arrayBuffer());
  return createWasmEngine(module, build === 'relaxed' ? 'relaxed SIMD' : 'SIMD', options);
}
