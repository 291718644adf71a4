import type { ProblemData } from '../lib/problem';
import { Problem, errorMessage, problemData } from '../lib/problem';
import type { EngineName } from './engine';
import { engineLabels } from './engine';
import { kernelBuild } from './wasm/kernelBuild';

/** What a quick look, before anything is loaded, says about an engine on this device. */
export type Probe =
  | {
      readonly name: EngineName;
      readonly available: true;
      readonly device: string;
      readonly isSoftware: boolean;
    }
  | { readonly name: EngineName; readonly available: false; readonly problem: ProblemData };

/** Names under which graphics drivers that compute on the processor introduce themselves. */
const SOFTWARE_RENDERERS = /swiftshader|llvmpipe|lavapipe|softpipe|software|basic render/i;

export async function probeEngine(name: EngineName): Promise<Probe> {
  try {
    const { device, isSoftware } = await probes[name]();
    return { name, available: true, device, isSoftware };
  } catch (error) {
    const problem =
      error instanceof Problem
        ? error
        : new Problem('engineFailed', { engine: engineLabels[name], detail: errorMessage(error) }, error);
    return { name, available: false, problem: problemData(problem) };
  }
}

interface Found {
  readonly device: string;
  readonly isSoftware: boolean;
}

async function probeWebgpu(engine: string): Promise<Found> {
  if (!navigator.gpu) throw new Problem('engineNoApi', { engine });
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Problem('engineNoAdapter', { engine });
  const { vendor, architecture, device, description, isFallbackAdapter } = adapter.info;
  const words = [description || device, vendor, architecture].filter(Boolean);
  const name = [...new Set(words)].join(' ') || 'GPU';
  return { device: name, isSoftware: isFallbackAdapter || SOFTWARE_RENDERERS.test(name) };
}

const probes: Readonly<Record<EngineName, () => Found | Promise<Found>>> = {
  webgpu: () => probeWebgpu(engineLabels.webgpu),
  'tfjs-webgpu': () => probeWebgpu(engineLabels['tfjs-webgpu']),

  webgl() {
    const engine = engineLabels.webgl;
    if (typeof OffscreenCanvas === 'undefined') throw new Problem('engineNoApi', { engine });
    const context = new OffscreenCanvas(1, 1).getContext('webgl2');
    if (!context) throw new Problem('engineNoApi', { engine });
    const names = context.getExtension('WEBGL_debug_renderer_info');
    const device = String(context.getParameter(names?.UNMASKED_RENDERER_WEBGL ?? context.RENDERER));
    // Browsers allow few contexts at a time; this one has served.
    context.getExtension('WEBGL_lose_context')?.loseContext();
    return { device, isSoftware: SOFTWARE_RENDERERS.test(device) };
  },

  wasm() {
    const engine = engineLabels.wasm;
    if (typeof WebAssembly !== 'object') throw new Problem('engineNoApi', { engine });
    const build = kernelBuild();
    if (!build) throw new Problem('engineNoSimd', { engine });
    return { device: build === 'relaxed' ? 'relaxed SIMD' : 'SIMD', isSoftware: false };
  },

  'tfjs-wasm'() {
    if (typeof WebAssembly !== 'object') {
      throw new Problem('engineNoApi', { engine: engineLabels['tfjs-wasm'] });
    }
    return { device: '1 thread', isSoftware: false };
  },

  cpu: () => ({ device: 'JavaScript, 1 thread', isSoftware: false }),
};
