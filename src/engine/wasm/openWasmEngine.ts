import type { Engine, EngineOptions } from '../engine';
import relaxedUrl from './generated/relaxed.wasm?url';
import simdUrl from './generated/simd.wasm?url';
import { kernelBuild } from './kernelBuild';
import { createWasmEngine } from './wasmEngine';

/** Fetches the kernels this browser runs best and makes an engine of them. */
export async function openWasmEngine(device: string, options: EngineOptions): Promise<Engine> {
  const response = await fetch(kernelBuild() === 'relaxed' ? relaxedUrl : simdUrl);
  if (!response.ok) throw new Error(`the kernels could not be loaded (HTTP ${response.status})`);
  return createWasmEngine(await WebAssembly.compile(await response.arrayBuffer()), device, options);
}
