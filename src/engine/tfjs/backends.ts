import * as tf from '@tensorflow/tfjs';
import { Problem } from '../../lib/problem';
import type { EngineName } from '../engine';
import { engineLabels } from '../engine';
import type { DeviceWatch } from '../watchDevice';
import { watchDevice } from '../watchDevice';
import { openGpu } from '../webgpu/gpu';
import { registerWasmKernels } from './wasmKernels/register';

/** The engines that are TensorFlow.js. */
export type TfjsEngineName = Exclude<EngineName, 'wasm' | 'webgpu'>;

/** A TensorFlow.js backend, set up and current. Only one is open at a time. */
export interface Backend extends DeviceWatch {
  close(): void;
}

/** Makes a backend ready and current. @throws Problem when it cannot be started. */
export function openBackend(name: TfjsEngineName): Promise<Backend> {
  return openers[name]();
}

const openers: Readonly<Record<TfjsEngineName, () => Promise<Backend>>> = {
  async 'tfjs-webgpu'() {
    const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
    const gpu = await openGpu('tfjs-webgpu');
    // The backend's other matrix products add floats with atomics, whose order, and so whose sum, varies.
    tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', 3);
    // Importing the backend registers one that would open a device of its own; closing ours leaves none.
    if (tf.findBackendFactory('webgpu')) tf.removeBackend('webgpu');
    tf.registerBackend('webgpu', () => new WebGPUBackend(gpu.device, gpu.info));
    await makeCurrent('tfjs-webgpu', 'webgpu');
    return { check: gpu.check, use: gpu.use, close: () => tf.removeBackend('webgpu') };
  },

  async webgl() {
    if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) {
      throw new Problem('engineNoFloat32', { engine: engineLabels.webgl });
    }
    await makeCurrent('webgl', 'webgl');
    const { gpgpu } = tf.backend() as unknown as WebglBackend;
    const { gl } = gpgpu;
    const detail = 'WebGL context lost';
    const lost = new Promise<string>((resolve) => {
      gl.canvas.addEventListener('webglcontextlost', () => resolve(detail), { once: true });
    });
    return {
      ...watchDevice(lost, () => {
        if (gl.isContextLost()) throw new Problem('deviceLost', { detail });
      }),
      close() {
        if (gl.isContextLost()) renewWebgl(gpgpu);
      },
    };
  },

  async 'tfjs-wasm'() {
    const wasm = await import('@tensorflow/tfjs-backend-wasm');
    const [simd, scalar] = await Promise.all([
      import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url'),
      import('@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url'),
    ]);
    // The threaded build starts its threads from a function's text, which minifying breaks.
    tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
    wasm.setWasmPaths({
      'tfjs-backend-wasm.wasm': scalar.default,
      'tfjs-backend-wasm-simd.wasm': simd.default,
      'tfjs-backend-wasm-threaded-simd.wasm': simd.default,
    });
    await makeCurrent('tfjs-wasm', 'wasm');
    registerWasmKernels();
    return { ...neverLost, close: keepOpen };
  },

  async cpu() {
    await makeCurrent('cpu', 'cpu');
    return { ...neverLost, close: keepOpen };
  },
};

async function makeCurrent(name: TfjsEngineName, backend: string): Promise<void> {
  const engine = engineLabels[name];
  if (!(await tf.setBackend(backend)))
    throw new Problem('engineFailed', { engine, detail: 'it did not start' });
  await tf.ready();
}

/** The backend's type is not exported; this much of it is used here. */
interface WebglBackend {
  readonly gpgpu: { readonly gl: WebGL2RenderingContext; itemsToPoll: unknown[] };
}

/** The next run can have a new context; this one's backend would offer it the lost one, and poll for ever for what it still waits for. */
function renewWebgl(gpgpu: WebglBackend['gpgpu']): void {
  gpgpu.itemsToPoll = [];
  const factory = tf.findBackendFactory('webgl');
  tf.removeBackend('webgl');
  tf.registerBackend('webgl', factory);
}

const neverLost: DeviceWatch = { check: () => undefined, use: (work) => work() };

/** Starting these again costs more than what they hold while no tensor lives in them. */
const keepOpen = () => undefined;
