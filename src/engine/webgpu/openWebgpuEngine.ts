import type { Engine, EngineOptions } from '../engine';
import { openGpu } from './gpu';
import { createWebgpuEngine } from './webgpuEngine';

/** Threads of a workgroup where nothing was measured: two or more of what every card computes in step. */
const WORKGROUP = 64;

/** @param device what the graphics card is called */
export async function openWebgpuEngine(device: string, options: EngineOptions): Promise<Engine> {
  return createWebgpuEngine(await openGpu('webgpu'), device, options, options.workgroup ?? WORKGROUP);
}
