import { expect, test } from '@playwright/test';
import { prependToTrainer } from './prependToTrainer';
import { recordRunEvents, recordedLosses } from './recordRun';
import { workerOf } from './workerOf';

/** Changes the code of one kernel; that it is changed shows in what the page says. */
const changeKernel = (name: string, from: string, to: string) => `
  const { createShaderModule } = GPUDevice.prototype;
  GPUDevice.prototype.createShaderModule = function ({ label, code }) {
    return createShaderModule.call(this, { label, code: label === '${name}' ? code.replace('${from}', '${to}') : code });
  };`;

const limitBindings = (bytes: number) => `
  const { get } = Object.getOwnPropertyDescriptor(GPUDevice.prototype, 'limits');
  const read = (limits, name) => (name === 'maxStorageBufferBindingSize' ? ${bytes} : limits[name]);
  Object.defineProperty(GPUDevice.prototype, 'limits', {
    get() { return new Proxy(get.call(this), { get: read }); },
  });`;

/** What WebGPU can lack or do wrongly, and how the page says that it is not used. */
const failures: Record<string, { script: string; says: RegExp }> = {
  'no adapter': {
    script: 'GPU.prototype.requestAdapter = async () => null;',
    says: /The browser offers WebGPU but no graphics card for it/,
  },
  'an adapter without device': {
    script: `GPUAdapter.prototype.requestDevice = async () => { throw new DOMException('too many devices', 'OperationError'); };`,
    says: /WebGPU could not be started: .*too many devices/,
  },
  'a device on which the images do not fit': {
    script: limitBindings(2 ** 24),
    says: /WebGPU on this device takes at most 16\.8 MB at a time; this model with its images needs [\d.]+ MB/,
  },
  'a device on which nothing fits': {
    script: limitBindings(1024),
    says: /WebGPU on this device takes at most 0\.1 MB at a time; this model with its images needs [\d.]+ MB/,
  },
  'a pipeline that is refused': {
    script: `const { createComputePipelineAsync } = GPUDevice.prototype;
      GPUDevice.prototype.createComputePipelineAsync = function (given) {
        if (given.label !== 'loss') return createComputePipelineAsync.call(this, given);
        return Promise.reject(new GPUPipelineError('too many registers', { reason: 'internal' }));
      };`,
    says: /WebGPU could not be started: loss\.wgsl: too many registers/,
  },
  'a shader that does not compile': {
    script: changeKernel('update', 'fn main(', 'fn main((('),
    says: /WebGPU could not be started: update\.wgsl: .*expected/,
  },
  'no memory left': {
    script: `const { pushErrorScope, popErrorScope } = GPUDevice.prototype;
      const scopes = [];
      GPUDevice.prototype.pushErrorScope = function (kind) {
        scopes.push(kind);
        pushErrorScope.call(this, kind);
      };
      GPUDevice.prototype.popErrorScope = async function () {
        const kind = scopes.pop();
        const error = await popErrorScope.call(this);
        return kind === 'out-of-memory' ? new GPUOutOfMemoryError('no memory left') : error;
      };`,
    says: /There is not enough graphics memory for this model \(no memory left\)/,
  },
  'a kernel that computes wrongly': {
    script: changeKernel('loss', '(p - isLabel)', '(p + isLabel)'),
    says: /WebGPU computes wrongly on this device: loss of slice 2: /,
  },
};

for (const [failure, { script, says }] of Object.entries(failures)) {
  test(`with ${failure} the page says so and trains on the next engine`, async ({ page }) => {
    await prependToTrainer(page, script);
    await page.goto('./#preset=softmax&train=500&epochs=1&engine=webgpu&lang=en');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Test result' })).toContainText('Accuracy:', {
      timeout: 60_000,
    });
    await expect(page.getByRole('status', { name: 'Device' })).toHaveText(/^WASM · /);
    await page.getByText('Why this engine?').click();
    await expect(page.getByRole('row', { name: says })).toBeVisible();
  });
}

const EPOCHS = 8;

/** Keeps the devices that the worker takes. */
const keepDevices = `self.taken = [];
  const { requestDevice } = GPUAdapter.prototype;
  GPUAdapter.prototype.requestDevice = async function (...given) {
    const device = await requestDevice.apply(this, given);
    self.taken.push(device);
    return device;
  };`;

/** Makes an error on the device that no call is told of. */
function writeBeyondTheEnd(): void {
  for (const device of (self as unknown as { taken: GPUDevice[] }).taken) {
    const buffer = device.createBuffer({ size: 16, usage: GPUBufferUsage.COPY_DST });
    device.queue.writeBuffer(buffer, 16, new Uint32Array(1));
  }
}

test('after an error that nobody asked for, the next engine goes on with the run', async ({ page }) => {
  await recordRunEvents(page);
  await prependToTrainer(page, keepDevices);
  await page.goto(`./#preset=softmax&train=2000&epochs=${EPOCHS}&engine=webgpu&lang=en`);
  const stepsDone = () => recordedLosses(page).then((losses) => losses.length);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect.poll(stepsDone, { timeout: 60_000 }).toBeGreaterThan(5);
  await (await workerOf(page, 'trainer')).evaluate(writeBeyondTheEnd);

  await expect(
    page.getByText(
      /The graphics device was lost after step \d+ \(Write range [^]*\)\. WASM goes on from there/,
    ),
  ).toBeVisible();
  await expect(page.getByRole('region', { name: 'Test result' })).toContainText(/Accuracy: 0\.[89]/);
  expect(await stepsDone()).toBe(EPOCHS * 63);
});
