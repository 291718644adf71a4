import * as tf from '@tensorflow/tfjs';
import { Problem } from '../../lib/problem';
import type { EngineName } from '../engine';
import { engineLabels } from '../engine';
import { registerWasmKernels } from './wasmKernels/register';

/** The engines that are TensorFlow.js. */
export type TfjsEngineName = Exclude<EngineName, 'wasm'>;

/** A TensorFlow.js backend, set up and current. Only one is open at a time. */
export interface Backend {
  /** @throws Problem `deviceLost` once the device is gone; the backend itself would go on with garbage. */
  check(): void;
  close(): void;
}

/** Makes a backend ready and current. @throws Problem when it cannot be started. */
export function openBackend(name: TfjsEngineName): Promise<Backend> {
  return openers[name]();
}

const openers: Readonly<Record<TfjsEngineName, () => Promise<Backend>>> = {
  async webgpu() {
    const { WebGPUBackend } = await import('@tensorflow/tfjs-backend-webgpu');
    const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
    if (!adapter) throw new Problem('engineNoAdapter', { engine: engineLabels.webgpu });
    const { limits } = adapter;
    const device = await adapter.requestDevice({
      requiredLimits: {
        maxBufferSize: limits.maxBufferSize,
        maxStorageBufferBindingSize: limits.maxStorageBufferBindingSize,
        maxComputeWorkgroupStorageSize: limits.maxComputeWorkgroupStorageSize,
        maxComputeWorkgroupsPerDimension: limits.maxComputeWorkgroupsPerDimension,
        maxComputeWorkgroupSizeX: limits.maxComputeWorkgroupSizeX,
        maxComputeInvocationsPerWorkgroup: limits.maxComputeInvocationsPerWorkgroup,
      },
    });
    let lost: string | null = null;
    void device.lost.then(({ message, reason }) => (lost = message || reason));

    // The backend's other matrix products add floats with atomics, whose order, and so whose sum, varies.
    tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', 3);
    // Importing the backend registers one that would open a device of its own; closing ours leaves none.
    if (tf.findBackendFactory('webgpu')) tf.removeBackend('webgpu');
    tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info));
    await makeCurrent('webgpu', 'webgpu');
    return {
      check() {
        if (lost !== null) throw new Problem('deviceLost', { detail: lost });
      },
      close() {
        tf.removeBackend('webgpu');
        device.destroy();
      },
    };
  },

  async webgl() {
    if (!tf.env().getBool('WEBGL_RENDER_FLOAT32_CAPABLE')) {
      throw new Problem('engineNoFloat32', { engine: engineLabels.webgl });
    }
    await makeCurrent('webgl', 'webgl');
    // The backend's type is not exported; this much of it is.
    const { gpgpu } = tf.backend() as unknown as { gpgpu: { gl: WebGL2RenderingContext } };
    return {
      check() {
        if (gpgpu.gl.isContextLost()) throw new Problem('deviceLost', { detail: 'WebGL context lost' });
      },
      close: keepOpen,
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
    return { check: neverLost, close: keepOpen };
  },

  async cpu() {
    await makeCurrent('cpu', 'cpu');
    return { check: neverLost, close: keepOpen };
  },
};

async function makeCurrent(name: TfjsEngineName, backend: string): Promise<void> {
  const engine = engineLabels[name];
  if (!(await tf.setBackend(backend)))
    throw new Problem('engineFailed', { engine, detail: 'it did not start' });
  await tf.ready();
}

const neverLost = () => undefined;

/** Starting these again costs more than what they hold while no tensor lives in them. */
const keepOpen = () => undefined;
