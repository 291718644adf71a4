import { expect, test } from '@playwright/test';
import { prependToTrainer } from './prependToTrainer';
import { recordRunEvents, recordedLosses } from './recordRun';
import { workerOf } from './workerOf';

/** What the trainer has asked of its graphics device. */
interface Work {
  dispatches: number;
  bytes: number;
}

const countWork = `self.work = { dispatches: 0, bytes: 0 };
  const { dispatchWorkgroups } = GPUComputePassEncoder.prototype;
  GPUComputePassEncoder.prototype.dispatchWorkgroups = function (...given) {
    self.work.dispatches++;
    dispatchWorkgroups.apply(this, given);
  };
  const { writeBuffer } = GPUQueue.prototype;
  GPUQueue.prototype.writeBuffer = function (buffer, offset, data, ...rest) {
    self.work.bytes += data.byteLength;
    writeBuffer.call(this, buffer, offset, data, ...rest);
  };`;

/** Since it was last taken. */
function takeWork(): Work {
  const worker = self as unknown as { work: Work };
  const { work } = worker;
  worker.work = { dispatches: 0, bytes: 0 };
  return work;
}

/** The most that a step may take; all that it uploads is what kernels are told of its slice. */
const mostDispatches = { article: 4, lenet: 14 };
const MOST_BYTES = 256;

for (const [preset, dispatches] of Object.entries(mostDispatches)) {
  test(`a step of ${preset} is at most ${dispatches} dispatches and ${MOST_BYTES} bytes`, async ({
    page,
  }) => {
    await prependToTrainer(page, countWork);
    await recordRunEvents(page);
    await page.goto(`./#preset=${preset}&train=1000&batch=16&epochs=1&engine=webgpu&lang=en`);
    for (let step = 1; step <= 4; step++) {
      await page.getByRole('button', { name: 'Step', exact: true }).click();
      await expect.poll(() => recordedLosses(page).then((all) => all.length), { timeout: 60_000 }).toBe(step);
      const trainer = await workerOf(page, 'trainer');
      const work = await trainer.evaluate(takeWork);
      expect(work.dispatches).toBeGreaterThan(0);
      // The first also tests the engine, and uploads weights, images and their order.
      if (step === 1) continue;
      expect(work.dispatches).toBeLessThanOrEqual(dispatches);
      expect(work.bytes).toBeLessThanOrEqual(MOST_BYTES);
    }
    await expect(page.getByRole('status', { name: 'Device' })).toHaveText(/^WebGPU · /);
  });
}
