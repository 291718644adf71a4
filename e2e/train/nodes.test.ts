import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { recordRunEvents, recordedLosses } from './recordRun';
import { workerOf } from './workerOf';

const link = (settings: string) => `./#engine=wasm&lang=en&${settings}`;
const result = (page: Page) => page.getByRole('region', { name: 'Test result' });
const device = (page: Page) => page.getByRole('status', { name: 'Device' });

async function train(page: Page, settings: string): Promise<void> {
  await recordRunEvents(page);
  await page.goto(link(settings));
  await page.getByRole('button', { name: 'Train', exact: true }).click();
}

async function trainToTheEnd(page: Page, settings: string): Promise<number[]> {
  await train(page, settings);
  await expect(result(page)).toContainText('Accuracy:', { timeout: 90_000 });
  return recordedLosses(page);
}

/** As a static host sends it: without the headers that let threads share memory. */
async function withoutIsolation(page: Page): Promise<void> {
  await page.route('**/*', async (route) => {
    const response = await route.fetch();
    const headers = response.headers();
    delete headers['cross-origin-opener-policy'];
    delete headers['cross-origin-embedder-policy'];
    await route.fulfill({ response, headers });
  });
}

test('nodes that share memory and nodes that send buffers compute the same, bit for bit', async ({
  browser,
}) => {
  const settings = 'preset=article&train=1000&epochs=1&nodes=3';
  const [sharing, sending] = await Promise.all([browser.newPage(), browser.newPage()]);
  await withoutIsolation(sending);
  const shared = await trainToTheEnd(sharing, settings);
  const sent = await trainToTheEnd(sending, settings);
  expect(await sharing.evaluate(() => crossOriginIsolated)).toBe(true);
  expect(await sending.evaluate(() => crossOriginIsolated)).toBe(false);
  await expect(device(sending)).toHaveText(/3 nodes/);
  expect(sent).toEqual(shared);
  expect(await trainToTheEnd(await browser.newPage(), settings)).toEqual(shared);

  const alone = await trainToTheEnd(await browser.newPage(), settings.replace('nodes=3', 'nodes=1'));
  alone.forEach((loss, step) => expect(Math.abs(loss - shared[step])).toBeLessThan(1e-4));
});

const accidents: Record<string, () => void> = {
  dies: () => self.close(),
  hangs: () => {
    for (;;);
  },
};

for (const [accident, happen] of Object.entries(accidents)) {
  test(`a node that ${accident} is said to be lost, and the run goes on without it`, async ({ page }) => {
    // Seconds of work, so that the accident falls into it.
    await train(page, 'preset=article&train=20000&epochs=3&nodes=2');
    await expect.poll(() => recordedLosses(page).then((losses) => losses.length)).toBeGreaterThan(50);
    await expect(device(page)).toHaveText(/2 nodes/);

    const node = await workerOf(page, 'node');
    // Neither answers.
    void node.evaluate(happen).catch(() => undefined);
    await expect(page.getByText(/Node .* was lost/)).toBeVisible({ timeout: 30_000 });
    await expect(result(page)).toContainText('Accuracy: 0.9', { timeout: 90_000 });
    expect((await recordedLosses(page)).length).toBe(3 * 625);
  });
}

test('a node lost in the middle of a batch takes nothing of it along', async ({ page, browser }) => {
  // Steps of 30,000 images: whatever group the node dies in is part of one.
  const settings = 'preset=article&optimizer=gradientDescent&train=30000&epochs=3';
  await train(page, `${settings}&nodes=2`);
  await expect(device(page)).toHaveText(/2 nodes/, { timeout: 60_000 });
  await expect
    .poll(() => recordedLosses(page).then((losses) => losses.length), { timeout: 60_000 })
    .toBeGreaterThan(0);
  const node = await workerOf(page, 'node');
  void node.evaluate(() => self.close()).catch(() => undefined);
  await expect(page.getByText(/Node .* was lost/)).toBeVisible({ timeout: 30_000 });
  await expect(result(page)).toContainText('Accuracy:', { timeout: 90_000 });
  const losses = await recordedLosses(page);

  const alone = await trainToTheEnd(await browser.newPage(), `${settings}&nodes=1`);
  expect(losses.length).toBe(3);
  alone.forEach((loss, step) => expect(Math.abs(loss - losses[step])).toBeLessThan(1e-4));
});
