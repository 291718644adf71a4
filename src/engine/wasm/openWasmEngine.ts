import type { Engine, EngineOptions } from '../engine';
import relaxedSharedUrl from './generated/relaxed-shared.wasm?url';
import relaxedUrl from './generated/relaxed.wasm?url';
import simdSharedUrl from './generated/simd-shared.wasm?url';
import simdUrl from './generated/simd.wasm?url';
import { kernelBuild } from './kernelBuild';
import { createWasmEngine } from './wasmEngine';

const modules = new Map<string, Promise<WebAssembly.Module>>();

/** Fetches the kernels this browser runs best and makes an engine of them. */
export async function openWasmEngine(options: EngineOptions): Promise<Engine> {
  return createWasmEngine(loadKernels, kernelBuild() === 'relaxed' ? 'relaxed SIMD' : 'SIMD', options);
}

/** Fetches and compiles them ahead of time. */
export async function preloadKernels(): Promise<void> {
  await Promise.all([false, globalThis.crossOriginIsolated].map(loadKernels));
}

function loadKernels(forSharedMemory: boolean): Promise<WebAssembly.Module> {
  const isRelaxed = kernelBuild() === 'relaxed';
  if (forSharedMemory) return load(isRelaxed ? relaxedSharedUrl : simdSharedUrl);
  return load(isRelaxed ? relaxedUrl : simdUrl);
}

/** Each module once: what a browser has found out about how to run it serves every engine after. */
function load(url: string): Promise<WebAssembly.Module> {
  const loading = modules.get(url) ?? compile(url);
  modules.set(url, loading);
  loading.catch(() => modules.delete(url));
  return loading;
}

async function compile(url: string): Promise<WebAssembly.Module> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`the kernels could not be loaded (HTTP ${response.status})`);
  return WebAssembly.compile(await response.arrayBuffer());
}
