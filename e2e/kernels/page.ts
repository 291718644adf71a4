import { checkDistortion, checkStates, compareWithReference } from '../../src/engine/checkEngine';
import type { EngineOptions } from '../../src/engine/engine';
import { workgroups } from '../../src/engine/engine';
import { openGpu } from '../../src/engine/webgpu/gpu';
import { kernelCases } from '../../src/engine/webgpu/kernelTests/cases';
import { checkKernel } from '../../src/engine/webgpu/kernelTests/checkKernel';
import { createWebgpuEngine } from '../../src/engine/webgpu/webgpuEngine';
import type { Way } from './trainedBits';
import { trainedBits } from './trainedBits';

declare global {
  /** Checks give null, or what is wrong. */
  interface Window {
    kernelNames: readonly string[];
    checkKernel(name: string, runs: number): Promise<string | null>;
    /** The engine on so many generated models. */
    compareWithReference(models: number): Promise<string | null>;
    checkStates(models: number): Promise<string | null>;
    checkDistortion(models: number): Promise<string | null>;
    trainedBits(way: Way): Promise<string>;
  }
}

window.kernelNames = kernelCases.map(({ kernel }) => kernel.name);

window.checkKernel = (name, runs) =>
  complaint(async () => {
    const adapter = await navigator.gpu.requestAdapter();
    // Default limits, which every device has.
    const device = await adapter!.requestDevice();
    await checkKernel(
      device,
      kernelCases.find(({ kernel }) => kernel.name === name)!,
      runs,
    );
    device.destroy();
  });

let opened = 0;
/** Each engine with another workgroup than the one before: what two of them compute is compared bit for bit. */
const openEngine = async (options: EngineOptions) =>
  createWebgpuEngine(await openGpu('webgpu'), '', options, workgroups[opened++ % workgroups.length]);

// Each model compiles pipelines: a smaller counterexample is not worth minutes.
window.compareWithReference = (models) =>
  complaint(() => compareWithReference(openEngine, { numRuns: models, endOnFailure: true }));
window.checkStates = (models) =>
  complaint(() => checkStates(openEngine, { numRuns: models, endOnFailure: true }));

window.checkDistortion = (models) =>
  complaint(() => checkDistortion(openEngine, { numRuns: models, endOnFailure: true }));

window.trainedBits = trainedBits;

async function complaint(check: () => Promise<void>): Promise<string | null> {
  try {
    await check();
    return null;
  } catch (error) {
    const { message, cause } = error as Error;
    return cause instanceof Error ? `${message}\n${cause.message}` : message;
  }
}
