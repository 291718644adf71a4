import { describe } from 'vitest';
import { checkDistortion, checkStates, compareWithReference } from '../checkEngine';
import type { EngineOptions } from '../engine';
import { testKernels } from './builtKernels';
import { createWasmEngine } from './wasmEngine';

describe('the WASM engine', () => {
  const opener = (module: WebAssembly.Module) => (options: EngineOptions) =>
    createWasmEngine(async () => module, 'SIMD', options);

  testKernels('computes what the reference computes, on any model', (module) =>
    compareWithReference(opener(module), { numRuns: 100 }),
  );

  testKernels('gives back the state it was given, bit for bit, and goes on from it alike', (module) =>
    checkStates(opener(module), { numRuns: 30 }),
  );

  testKernels('distorts images to the last bit', (module) =>
    checkDistortion(opener(module), { numRuns: 60 }),
  );
});
