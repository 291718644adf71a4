import { expect, test } from '@playwright/test';
import { drawStroke } from './drawDigit';

test('a scribble is said to be unlike any training digit, a sample digit is not', async ({ page }) => {
  await page.goto('#preset=softmax&train=10000&epochs=1&engine=wasm&nodes=1&lang=en');
  const note = page.getByRole('region', { name: 'Draw' }).getByText('Unlike any training digit').first();
  await drawStroke(page, [
    [0.1, 0.2],
    [0.9, 0.3],
    [0.1, 0.4],
    [0.9, 0.5],
    [0.1, 0.6],
    [0.9, 0.7],
    [0.1, 0.8],
  ]);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByText('Accuracy: ')).toBeVisible();
  await expect(note).toBeVisible();
  await page.getByRole('tab', { name: 'Your digit' }).click();
  const part = page.getByRole('region', { name: 'Like the training images?' });
  await expect(part).toContainText('compared with 10,000 training images');
  await expect(part).toContainText('beyond the threshold');

  await page.getByRole('combobox', { name: 'Sample' }).selectOption('7');
  await expect(part).toContainText('within the threshold');
  await expect(part.getByRole('listitem').first()).toHaveText('a 7');
  await expect(note).toBeHidden();
});
