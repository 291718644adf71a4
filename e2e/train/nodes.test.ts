import { expect, test } from '@playwright/test';
import { recordRunEvents, recordedLosses } from './recordRun';

test('a node that dies is said to have, and the run goes on to its result without it', async ({ page }) => {
  test.skip((await page.evaluate(() => navigator.hardwareConcurrency)) < 2, 'this machine has one core');
  await recordRunEvents(page);
  await page.goto('./#preset=softmax&train=20000&epochs=12&engine=wasm&nodes=2&lang=en');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect.poll(() => recordedLosses(page).then((losses) => losses.length)).toBeGreaterThan(50);
  await expect(page.getByRole('status', { name: 'Device' })).toHaveText(/2 nodes/);

  const node = page.workers().find((worker) => worker.url().includes('node.worker'))!;
  await node.evaluate(() => self.close()).catch(() => undefined);
  await expect(page.getByText(/Node .* was lost/)).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole('region', { name: 'Test result' })).toContainText('Accuracy: 0.9', {
    timeout: 60_000,
  });
  expect((await recordedLosses(page)).length).toBe(12 * 625);
});
