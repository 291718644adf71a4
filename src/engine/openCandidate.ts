import { Problem, errorMessage, problemData } from '../lib/problem';
import type {
  Engine,
  EngineChoice,
  EngineName,
  EngineOptions,
  EngineStage,
  Measurement,
  Refusal,
} from './engine';
import { engineLabels } from './engine';
import type { Probe } from './probe';
import { probeEngine } from './probe';

/** A model to train, and what is known and wished of its engine. */
export interface EngineRequest extends Omit<EngineOptions, 'nodes' | 'workgroup'> {
  readonly choice: EngineChoice;
  readonly nodes: number | 'auto';
  /** Images in a step. */
  readonly batchSize: number;
  /** What was measured before on this device, for this model and choice; empty if nothing was. */
  readonly known: readonly Measurement[];
  /** Told of each stage as it begins. */
  readonly onStage?: (stage: EngineStage) => void;
}

/** An engine and the threads it is to use. */
export type Candidate = Pick<Measurement, 'name' | 'nodes' | 'workgroup'>;

/** The code of an engine, fetched only where it is tried. @throws Problem where this device cannot run it well */
export async function opener(
  name: EngineName,
  choice: EngineChoice,
): Promise<(options: EngineOptions) => Promise<Engine>> {
  const { device } = await probe(name, choice);
  if (name === 'wasm') return (await import('./wasm/openWasmEngine')).openWasmEngine;
  if (name === 'webgpu') {
    const { openWebgpuEngine } = await import('./webgpu/openWebgpuEngine');
    return (options) => openWebgpuEngine(device, options);
  }
  const { createTfjsEngine } = await import('./tfjs/tfjsEngine');
  return (options) => createTfjsEngine(name, device, options);
}

/** A quick look. @throws Problem where the engine is not to be had; graphics emulated in software are used by name only */
export async function probe(name: EngineName, choice: EngineChoice): Promise<Probe & { available: true }> {
  const found = await probeEngine(name);
  if (!found.available) throw new Problem(found.problem.code, found.problem.values);
  if (found.isSoftware && name !== choice) {
    throw new Problem('engineSoftware', { engine: engineLabels[name], device: found.device });
  }
  return found;
}

/** Why an engine was not used; what nobody foresaw counts as a failure to start. */
export function refusal(name: EngineName, error: unknown): Refusal {
  const problem =
    error instanceof Problem
      ? error
      : new Problem('engineFailed', { engine: engineLabels[name], detail: errorMessage(error) });
  return { name, problem: problemData(problem) };
}
