import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { looks } from '../page/looks';
import { violations } from '../page/openPage';
import { drawStroke, strokes } from './drawDigit';
import { finalWeightsHash, recordRunEvents, recordedStep } from './recordRun';

const result = (page: Page) => page.getByRole('region', { name: 'Test result' });
const tab = (page: Page, name: string) => page.getByRole('tab', { name }).click();

async function train(page: Page, settings: string): Promise<void> {
  await recordRunEvents(page);
  await page.goto(`./#engine=wasm&nodes=1&lang=en&${settings}`);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
}

async function trainToTheEnd(page: Page, settings: string): Promise<void> {
  await train(page, settings);
  await expect(result(page)).toContainText('Accuracy:', { timeout: 60_000 });
}

test('a learning rate of 10 on the article’s model ends in the notice of divergence, and the run can go on', async ({
  page,
}) => {
  await train(page, 'preset=article&lr=10&train=6000&epochs=1');
  await expect(result(page)).toContainText('Training diverged');
  await expect(result(page)).toContainText('The learning rate 10 is too large');
  // Each smaller rate is offered until one works.
  for (const rate of ['1', '0.1']) {
    await page.getByRole('button', { name: `Go on with learning rate ${rate}`, exact: true }).click();
    if (rate === '1') await expect(result(page)).toContainText('The learning rate 1 is too large');
  }
  await expect(result(page)).toContainText('Accuracy: 0.', { timeout: 60_000 });
  await expect(page.getByText('step 188 of 188')).toBeVisible();
});

test('two optimizers with the same start have the same loss at step 0, to the last digit', async ({
  page,
}) => {
  await recordRunEvents(page);
  await page.goto('./#engine=wasm&nodes=1&preset=lenet&train=640&epochs=1&lang=en');
  await tab(page, 'Runs');
  await page.getByRole('button', { name: 'Train with each, same start' }).click();
  await expect
    .poll(() => page.evaluate(() => window.recordedEvents.filter(({ type }) => type === 'done').length), {
      timeout: 60_000,
    })
    .toBe(2);
  const firstLosses = await page.evaluate(() =>
    window.recordedEvents.flatMap((event) =>
      event.type === 'steps' && event.firstStep === 0 ? [event.losses[0]] : [],
    ),
  );
  expect(firstLosses.length).toBe(2);
  expect(firstLosses[0]).toBe(firstLosses[1]);
  // Both are listed, and their curves can be laid over each other.
  const boxes = page.getByRole('checkbox', { name: /^Compare/ });
  await expect(boxes).toHaveCount(2);
  for (const box of await boxes.all()) await box.check();
  await expect(page.getByRole('figure', { name: /^Compare: Loss/ })).toBeVisible();
  await expect(page.getByRole('table', { name: 'Best and final values' })).toContainText('SGD');
});

test('a learning rate changed on the way is kept, marked, and part of the run that repeats it', async ({
  page,
}) => {
  await train(page, 'preset=article&train=20000&epochs=2');
  await expect.poll(() => recordedStep(page)).toBeGreaterThan(20);
  const rate = page.getByRole('textbox', { name: 'Learning rate' });
  await rate.fill('0.0005');
  await rate.press('Enter');
  await expect(page.getByRole('figure', { name: 'Loss' })).toContainText('Learning rate 0.0005 from step');
  const hash = await finalWeightsHash(page);
  await tab(page, 'Runs');
  // The newest come first: the run that repeats it will stand above.
  const row = page.getByRole('row').filter({ hasText: 'rate changed on the way' }).last();
  await row.getByRole('button', { name: /^Verify/ }).click();
  await expect(page.getByText('every loss and the final weights are the same, bit for bit')).toBeVisible({
    timeout: 60_000,
  });
  const link = await row.getByRole('link', { name: /^Share link/ }).getAttribute('href');
  expect(link).toMatch(/rates=\d+:0\.0005/);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
});

test('at an earlier checkpoint the drawing is read again, and training branches off from there', async ({
  page,
}) => {
  await trainToTheEnd(page, 'preset=article&train=20000&epochs=2');
  await drawStroke(page, strokes.seven);
  const slider = page.getByRole('slider', { name: 'Checkpoint' });
  await slider.focus();
  await slider.press('Home');
  const timeline = page.getByRole('tabpanel', { name: 'Timeline' });
  await expect(timeline).toContainText('step 0 · epoch 0.00');
  await expect(timeline).toContainText(/It read \d, about \d+%/);
  await expect(timeline).toContainText(/0\.[01]\d{3} right: \d,\d{3} errors in 10,000 images/);
  await slider.press('ArrowRight');
  await expect(timeline).toContainText(/0\.[89]\d{3} right/);
  await timeline.getByRole('button', { name: 'Continue from here' }).click();
  await expect(result(page)).toContainText('Accuracy: 0.9', { timeout: 60_000 });
  await tab(page, 'Runs');
  await expect(page.getByRole('table', { name: 'Runs kept on this device' })).toContainText(
    /from .* at step/,
  );
});

test('where nothing can be kept the run goes on, the page says so, and a download is offered', async ({
  page,
}) => {
  await page.addInitScript(() => Object.defineProperty(window, 'indexedDB', { value: undefined }));
  await trainToTheEnd(page, 'preset=softmax&train=2000&epochs=1');
  await tab(page, 'Runs');
  await expect(page.getByText('does not let the page keep anything')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('button', { name: 'Checkpoint to continue from' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^gradpad-softmax-adam-seed-1-.*\.gradpad$/);
  // Another page can go on from it.
  const other = await page.context().newPage();
  await other.goto('./#lang=en');
  await tab(other, 'Runs');
  const chooser = other.waitForEvent('filechooser');
  await other.getByRole('button', { name: 'Continue from a checkpoint file' }).click();
  await (await chooser).setFiles(await file.path());
  await expect(result(other)).toContainText('Accuracy: 0.');
});

test('when the room is used up the run goes on, and what was kept before stays', async ({ page }) => {
  await trainToTheEnd(page, 'preset=softmax&train=2000&epochs=1&seed=5');
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room left', 'QuotaExceededError');
    };
  });
  await page.reload();
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(result(page)).toContainText('Accuracy:', { timeout: 60_000 });
  await tab(page, 'Runs');
  const list = page.getByRole('table', { name: 'Runs kept on this device' });
  await expect(page.getByText('nothing that was saved is lost')).toBeVisible();
  await expect(list.getByRole('checkbox')).toHaveCount(2);
});

for (const { locale: language, colorScheme } of looks) {
  test(`the lab has no accessibility violations: ${language}, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(`./#engine=wasm&nodes=1&preset=softmax&train=3000&epochs=1&lang=${language}`);
    await page.getByRole('button', { name: /^(Train|训练)$/ }).click();
    await expect(page.getByText('Accuracy: 0.')).toBeVisible({ timeout: 60_000 });
    const tabs = page.getByRole('tab');
    for (const each of await tabs.all()) {
      await each.click();
      expect(await violations(page)).toEqual([]);
    }
    // From tab to tab by keyboard.
    await tabs.last().press('Home');
    await expect(tabs.first()).toBeFocused();
    await expect(tabs.first()).toHaveAttribute('aria-selected', 'true');
  });
}
