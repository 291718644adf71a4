import { expect, test } from '@playwright/test';

test('answers are kept, learned by the model, and taken back', async ({ page }) => {
  await page.goto('#preset=softmax&train=3000&epochs=1&engine=wasm&nodes=1&lang=en');
  const own = page.getByRole('region', { name: 'Your digits' });
  const sample = page.getByRole('combobox', { name: 'Sample' });
  await sample.selectOption('7');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByText('Accuracy: ')).toBeVisible();
  const guess = page.getByRole('status', { name: 'Prediction' });
  await expect(guess).toContainText('%');
  const before = await guess.innerText();

  // Someone whose 7 means 3.
  await own.getByRole('button', { name: 'I drew a 3' }).click();
  await expect(own).toContainText('Corrected: a 3');
  await expect(own).toContainText('1 of your digits is kept');
  await expect(own).toContainText('Your own test set: 0 of 1 read right (0%).');
  // Of one drawing the last word counts.
  await own.getByRole('button', { name: 'I drew a 5' }).click();
  await expect(own).toContainText('1 of your digits is kept');
  await own.getByRole('button', { name: 'Undo last answer' }).click();
  await expect(own.getByRole('button', { name: 'I drew a 3' })).toHaveAttribute('aria-pressed', 'true');

  await own.getByRole('button', { name: 'Learn my hand' }).click();
  await expect(own.getByRole('status')).toContainText(/Learned in \d+\.\d s.*1 now, of 1\./);
  await expect(guess).toContainText(/^3 /);
  await expect(own).toContainText('no test any more: 1 of 1 read right (100%).');
  await own.getByRole('button', { name: 'Undo learning' }).click();
  await expect(guess).toHaveText(before);

  await expect(own).toContainText('Your own test set: 0 of 1');

  await page.reload();
  await expect(own).toContainText('1 of your digits is kept');
  await expect(own).toContainText('train, and its score stands here');
  await own.getByRole('button', { name: 'Forget all' }).click();
  await expect(own).toContainText('0 of your digits are kept');
  await own.getByRole('button', { name: 'Undo last answer' }).click();
  await expect(own).toContainText('1 of your digits is kept');
});
