import { expect, test } from '@playwright/test';
import type { Page, Route } from '@playwright/test';
import { workerOf } from './workerOf';

const SOFTMAX = './#preset=softmax&train=12000&epochs=1&engine=wasm&lang=en';

const train = (page: Page) => page.getByRole('button', { name: 'Train', exact: true }).click();
const result = (page: Page) => page.getByRole('region', { name: 'Test result' });

/** Changes the bytes of a shard on its way. */
const tamper = (change: (bytes: Buffer) => Buffer) => async (route: Route) => {
  const response = await route.fetch();
  await route.fulfill({
    response,
    body: change(await response.body()),
    headers: { 'cache-control': 'no-store' },
  });
};

const cases: Record<string, { handler: (route: Route) => Promise<void>; says: RegExp }> = {
  damaged: {
    handler: tamper((bytes) => {
      bytes[1000] ^= 0xff;
      return bytes;
    }),
    says: /training-01\.shard is damaged/,
  },
  truncated: {
    handler: tamper((bytes) => bytes.subarray(0, 5000)),
    says: /training-01\.shard is 5000 bytes long/,
  },
  missing: {
    handler: (route) => route.fulfill({ status: 404, body: 'not here' }),
    says: /training-01\.shard could not be loaded \(.*404/,
  },
  'of the wrong type': {
    handler: (route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html>' }),
    says: /training-01\.shard: the server sent text\/html/,
  },
};

for (const [name, { handler, says }] of Object.entries(cases)) {
  test(`a shard that is ${name} is named; the page works on and can try again`, async ({ page }) => {
    await page.route('**/training-01.shard', handler);
    await page.goto(SOFTMAX);
    await train(page);
    await expect(page.getByText(says).first()).toBeVisible({ timeout: 60_000 });
    await page.unroute('**/training-01.shard');
    await train(page);
    await expect(result(page)).toContainText('Accuracy:', { timeout: 60_000 });
  });
}

test('a worker that dies is reported in words and can be restarted', async ({ page }) => {
  await page.goto(SOFTMAX.replace('epochs=1', 'epochs=1000'));
  await train(page);
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  const trainer = await workerOf(page, 'trainer');
  await trainer.evaluate(() => {
    setTimeout(() => {
      throw new Error('out of everything');
    });
  });
  await expect(page.getByText(/The trainer stopped unexpectedly/).first()).toBeVisible();
  await page.getByRole('button', { name: 'Restart trainer' }).click();
  await expect(page.getByRole('status', { name: 'Device' })).toHaveText(/^WASM/);
  await page.evaluate(() => (location.hash = location.hash.replace('epochs=1000', 'epochs=1')));
  await train(page);
  await expect(result(page)).toContainText('Accuracy:', { timeout: 60_000 });
});

test('a worker that was killed without a word is noticed', async ({ page }) => {
  await page.goto(SOFTMAX.replace('epochs=1', 'epochs=1000'));
  await train(page);
  await expect(page.getByRole('button', { name: 'Pause', exact: true })).toBeVisible();
  const trainer = await workerOf(page, 'trainer');
  await trainer.evaluate(() => self.close()).catch(() => undefined);
  await expect(page.getByText(/The trainer has not answered/).first()).toBeVisible({ timeout: 40_000 });
  await page.getByRole('button', { name: 'Restart trainer' }).click();
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeEnabled();
});

test('a link with wild values falls back to the defaults, says so, and works', async ({ page }) => {
  await page.goto('./#lr=abc&batch=1e9&preset=softmax&train=500&epochs=1&engine=wasm&lang=en');
  await expect(page.getByText('1e9')).toBeVisible();
  await expect(page.getByText('abc')).toBeVisible();
  await train(page);
  await expect(result(page)).toContainText('Accuracy:', { timeout: 60_000 });
});
