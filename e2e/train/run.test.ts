import { expect, test } from '@playwright/test';
import { drawStroke, strokes } from './drawDigit';
import { recordRunEvents, recordedLosses } from './recordRun';

const usual = { preset: 'softmax', train: 2000, epochs: 2, seed: 3, engine: 'wasm', lang: 'en' };

const link = (change: Partial<Record<keyof typeof usual, string | number>>) =>
  '#' +
  Object.entries({ ...usual, ...change })
    .map(([key, value]) => `${key}=${value}`)
    .join('&');

test('a visitor trains, sees the drawing being learned, and gets a test result', async ({ page }) => {
  const elsewhere: string[] = [];
  page.on('request', (request) => {
    const { hostname } = new URL(request.url());
    if (hostname !== '127.0.0.1') elsewhere.push(request.url());
  });
  await recordRunEvents(page);
  await page.goto(`./${link({ train: 20_000, epochs: 4 })}`);
  await drawStroke(page, strokes.one);
  await expect(page.getByRole('status', { name: 'Prediction' })).toContainText('untrained');

  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByRole('status', { name: 'Device' })).toHaveText(/^WASM/);
  await expect(page.getByRole('status', { name: 'Prediction' })).toHaveText(/^1 · \d+%/);
  await expect(page.getByRole('meter', { name: '1', exact: true })).not.toHaveAttribute('aria-valuenow', '0');

  const result = page.getByRole('region', { name: 'Test result' });
  await expect(result).toContainText(/Accuracy: 0\.[89]\d{3}/, { timeout: 60_000 });
  expect((await recordedLosses(page)).length).toBe(4 * 625);
  const learned = page.getByRole('figure', { name: 'Your digit' });
  await expect(learned).toContainText(/A 1 (since|from).* now/);
  await learned.getByText('As a table').click();
  // A heading, the untrained network, some reading on the way, and the last.
  await expect(learned.getByRole('row').nth(3)).toBeVisible();
  expect(elsewhere).toEqual([]);
});

test('the same link gives the same losses to the last digit', async ({ page }) => {
  await recordRunEvents(page);
  const losses: number[][] = [];
  for (const visit of [1, 2]) {
    await page.goto(`./?visit=${visit}${link({ preset: 'article', train: 256, epochs: 1 })}`);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Test result' })).toContainText('Accuracy:', {
      timeout: 90_000,
    });
    losses.push(await recordedLosses(page));
  }
  expect(losses[0].length).toBe(8);
  expect(losses[1]).toEqual(losses[0]);
});

test('Pause, Step, Resume and Reset act at step granularity', async ({ page }) => {
  await recordRunEvents(page);
  await page.goto(`./${link({ epochs: 1000 })}`);
  const button = (name: string) => page.getByRole('button', { name, exact: true });
  await button('Step').click();
  await expect.poll(() => recordedLosses(page).then((losses) => losses.length)).toBe(1);
  await button('Step').click();
  await expect.poll(() => recordedLosses(page).then((losses) => losses.length)).toBe(2);

  await button('Resume').click();
  await expect.poll(() => recordedLosses(page).then((losses) => losses.length)).toBeGreaterThan(20);
  await button('Pause').click();
  await expect(button('Resume')).toBeVisible();
  const held = (await recordedLosses(page)).length;
  await page.waitForTimeout(400);
  expect((await recordedLosses(page)).length).toBe(held);

  await button('Reset').click();
  await expect(button('Train')).toBeEnabled();
  await expect(page.getByRole('progressbar', { name: 'Training progress' })).toHaveAttribute(
    'aria-valuenow',
    '0',
  );
});

test('while training the drawing is read again with its reports, of which ten come a second', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const reportsBefore: number[] = [];
    Object.assign(window, { reportsBefore });
    let reports = 0;
    const RealWorker = window.Worker;
    window.Worker = class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }) => {
          if (data.kind === 'event' && data.event.type === 'steps') reports++;
          else if (data.kind === 'reply' && data.reply?.probabilities) {
            reportsBefore.push(reports);
            reports = 0;
          }
        });
      }
    };
  });
  await page.goto(`./${link({ preset: 'article', train: 60_000 })}`);
  await drawStroke(page, strokes.seven);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const reportsBefore = () =>
    page.evaluate(() => (window as unknown as { reportsBefore: number[] }).reportsBefore);
  await expect.poll(async () => (await reportsBefore()).length, { timeout: 60_000 }).toBeGreaterThan(20);
  // Counted in reports, for times belong to a machine (bench/article.mjs), and the most usual number, for a page may be held up.
  const sorted = (await reportsBefore()).toSorted((a, b) => a - b);
  expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThanOrEqual(2);
});
