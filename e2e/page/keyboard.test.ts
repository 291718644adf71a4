import { expect, test } from '@playwright/test';
import { openPage } from './openPage';

test('a run is steered by keys alone', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('s');
  await expect(page.getByText('step 1 of 9,375')).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
  await page.keyboard.press('Space');
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
  await page.keyboard.press('r');
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
});

test('keys that are typed into a field do nothing else', async ({ page }) => {
  await openPage(page);
  await page.getByLabel('Seed').focus();
  await page.keyboard.type(' s');
  await expect(page.getByRole('button', { name: 'Train' })).toBeVisible();
  expect(await page.evaluate(() => window.fakeTrainer.commands)).toEqual([]);
});

test('the keys are listed and can be turned off', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Keyboard help' }).click();
  const dialog = page.getByRole('dialog', { name: 'Keyboard' });
  await expect(dialog).toContainText('One step');
  await dialog.getByRole('checkbox', { name: 'Use these keys' }).uncheck();
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement).blur());
  await page.keyboard.press('s');
  await page.reload();
  await page.keyboard.press('s');
  expect(await page.evaluate(() => window.fakeTrainer.commands)).toEqual([]);
});

test('the whole task needs no pointer', async ({ page }) => {
  await openPage(page);
  const train = page.getByRole('button', { name: 'Train' });
  for (let i = 0; i < 40 && !(await train.evaluate((button) => button === document.activeElement)); i++) {
    await page.keyboard.press('Tab');
  }
  await expect(train).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText(/Epoch 1 of 5/)).toBeVisible();
  await page.evaluate(() => window.fakeTrainer.finish());
  await expect(page.getByRole('region', { name: 'Test result' })).toContainText('Accuracy: 0.9796');
});
