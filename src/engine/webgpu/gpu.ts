import { Problem } from '../../lib/problem';
import type { EngineName } from '../engine';
import { engineLabels } from '../engine';
import type { DeviceWatch } from '../watchDevice';
import { watchDevice } from '../watchDevice';

/** The graphics device, and what is known of its health. */
export interface Gpu extends DeviceWatch {
  readonly device: GPUDevice;
  readonly info: GPUAdapterInfo;
  /** Resolves with the reason when it can no longer be used. */
  readonly broken: Promise<string>;
}

let opened: Promise<Gpu> | null = null;

/**
 * The one graphics device of this thread, for our engine and TensorFlow.js' alike; a new one after a loss. It asks for more than
 * the default limits only because TensorFlow.js needs that.
 * @throws Problem where there is no adapter, or the adapter gives no device
 */
export function openGpu(engine: EngineName): Promise<Gpu> {
  const opening = opened ?? requestGpu(engine);
  opened = opening;
  const forget = () => {
    if (opened === opening) opened = null;
  };
  opening.then(({ broken }) => broken.then(forget), forget);
  return opening;
}

/** Browsers go on with where in their own code it happened. */
const firstLine = (message: string) => message.split('\n', 1)[0];

async function requestGpu(engine: EngineName): Promise<Gpu> {
  const label = engineLabels[engine];
  const adapter = await navigator.gpu.requestAdapter({ powerPreference: 'high-performance' });
  if (!adapter) throw new Problem('engineNoAdapter', { engine: label });
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
  let detail: string | null = null;
  // An error that nobody has asked for leaves results that nobody can trust: as good as lost.
  const broken = Promise.race([
    device.lost.then(({ message, reason }) => message || reason),
    new Promise<string>((resolve) => {
      device.addEventListener('uncapturederror', ({ error }) => resolve(firstLine(error.message)), {
        once: true,
      });
    }),
  ]).then((message) => (detail = message));
  // Nobody uses it again: the next who needs one opens another.
  void broken.then(() => device.destroy());
  const check = () => {
    if (detail !== null) throw new Problem('deviceLost', { detail });
  };
  return { device, info: adapter.info, broken, ...watchDevice(broken, check) };
}
