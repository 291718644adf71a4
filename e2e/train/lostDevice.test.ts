import { expect, test } from '@playwright/test';
import { prependToTrainer } from './prependToTrainer';
import { recordRunEvents, recordedLosses } from './recordRun';
import { workerOf } from './workerOf';

const EPOCHS = 8;
const STEPS = EPOCHS * 63;

/** Before the worker's script: keeps the devices and contexts that it takes, so that they can be taken away. */
const keepDevices = `self.taken = [];
const keep = (owner, name) => {
  const take = owner.prototype[name];
  owner.prototype[name] = function (...given) {
    const device = take.apply(this, given);
    self.taken.push(device);
    return device;
  };
};
keep(GPUAdapter, 'requestDevice');
keep(OffscreenCanvas, 'getContext');`;

async function loseDevices(): Promise<void> {
  const { taken } = self as unknown as { taken: Promise<GPUDevice | WebGL2RenderingContext>[] };
  for (const device of await Promise.all(taken.splice(0))) {
    if ('destroy' in device) device.destroy();
    else device.getExtension('WEBGL_lose_context')?.loseContext();
  }
}

for (const [engine, label] of Object.entries({ webgpu: 'WebGPU', webgl: 'WebGL' })) {
  test(`when the device of ${label} is lost, another engine goes on with the run`, async ({ page }) => {
    await prependToTrainer(page, keepDevices);
    await recordRunEvents(page);
    await page.goto(`./#preset=softmax&train=2000&epochs=${EPOCHS}&engine=${engine}&lang=en`);
    const device = page.getByRole('status', { name: 'Device' });
    const stepsDone = () => recordedLosses(page).then((losses) => losses.length);

    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect.poll(stepsDone, { timeout: 60_000 }).toBeGreaterThan(5);
    await expect(device).toHaveText(new RegExp(`^${label} · `));
    await (await workerOf(page, 'trainer')).evaluate(loseDevices);

    const loss = page.getByText(
      /The graphics device was lost after step \d+ \(.+\)\. WASM goes on from there/,
    );
    await expect(loss).toBeVisible();
    await expect(device).toHaveText(/^WASM · /);
    await expect(page.getByRole('region', { name: 'Test result' })).toContainText(/Accuracy: 0\.[89]/);
    expect(await stepsDone()).toBe(STEPS);
    await page.getByText('Why this engine?').click();
    await expect(
      page.getByRole('row', { name: new RegExp(`^${label} The graphics device was lost`) }),
    ).toBeVisible();

    // The next run asks for the device anew.
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Reset' }).click();
    await page.getByRole('button', { name: 'Step', exact: true }).click();
    await expect.poll(stepsDone, { timeout: 60_000 }).toBe(STEPS + 1);
    await expect(device).toHaveText(new RegExp(`^${label} · `));
  });
}
