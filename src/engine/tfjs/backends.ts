import * as tf from '@tensorflow/tfjs';
import { delay } from '../../lib/delay';
import { Problem } from '../../lib/problem';
import type { EngineName } from '../engine';
import { engineLabels } from '../engine';
import { registerWasmKernels } from './wasmKernels/register';

/** When something fails because the device was lost, the loss itself is known this much later at most (ms). */
const LOSS_DELAY_MS = 500;

/** The engines that are TensorFlow.js. */
export type TfjsEngineName = Exclude<EngineName, 'wasm'>;

/** A TensorFlow.js backend, set up and current. Only one is open at a time. */
export interface Backend {
  /** @throws Problem `deviceLost` where the device is known to be gone. */
  check(): void;
  /**
   * Does what needs the device. @throws Problem `deviceLost` where that is lost on the way: the backend itself goes on with
   * garbage, waits for ever, or throws whatever it stumbles over.
   */
  use<Result>(work: () => Promise<Result>): Promise<Result>;
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
    let reasonLost: string | null = null;
    const lost = device.lost.then(({ message, reason }) => (reasonLost = message || reason));

    // The backend's other matrix products add floats with atomics, whose order, and so whose sum, varies.
    tf.env().set('WEBGPU_MATMUL_PROGRAM_TYPE', 3);
    // Importing the backend registers one that would open a device of its own; closing ours leaves none.
    if (tf.findBackendFactory('webgpu')) tf.removeBackend('webgpu');
    tf.registerBackend('webgpu', () => new WebGPUBackend(device, adapter.info));
    await makeCurrent('webgpu', 'webgpu');
    return {
      ...watch(lost, () => {
        if (reasonLost !== null) throw new Problem('deviceLost', { detail: reasonLost });
      }),
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
    const { gpgpu } = tf.backend() as unknown as WebglBackend;
    const { gl } = gpgpu;
    const detail = 'WebGL context lost';
    const lost = new Promise<string>((resolve) => {
      gl.canvas.addEventListener('webglcontextlost', () => resolve(detail), { once: true });
    });
    return {
      ...watch(lost, () => {
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

/** @param lost resolves with the reason when the device has been lost, which may be a little later than it shows */
function watch(lost: Promise<string>, check: () => void): Pick<Backend, 'check' | 'use'> {
  const loss = lost.then((detail) => new Problem('deviceLost', { detail }));
  const rejection = loss.then((problem): never => {
    throw problem;
  });
  // Whoever uses the device is told.
  rejection.catch(() => undefined);

  return {
    check,
    async use(work) {
      try {
        check();
        const result = await Promise.race([work(), rejection]);
        check();
        return result;
      } catch (error) {
        throw await Promise.race([loss, delay(LOSS_DELAY_MS).then(() => error)]);
      }
    },
  };
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

const neverLost: Pick<Backend, 'check' | 'use'> = { check: () => undefined, use: (work) => work() };

/** Starting these again costs more than what they hold while no tensor lives in them. */
const keepOpen = () => undefined;
