import { expect, test } from '@playwright/test';
import { openPage } from './openPage';

test('an idle page says what will appear and what to do', async ({ page }) => {
  await openPage(page);
  await expect(page.getByRole('status', { name: 'Device' })).toHaveText('WASM · SIMD, 1 thread');
  await expect(page.getByRole('figure', { name: 'Loss' })).toContainText('Press Train');
  await expect(page.getByRole('figure', { name: 'Accuracy' })).toContainText('Press Train');
  await expect(page.getByRole('region', { name: 'Test result' })).toContainText('10,000 images');
  await expect(page.getByRole('button', { name: 'Reset' })).toBeDisabled();
});

test('a run is trained, paused, stepped, resumed and tested', async ({ page }) => {
  await openPage(page);
  const progress = page.getByRole('progressbar', { name: 'Training progress' });

  await page.getByRole('button', { name: 'Train' }).click();
  await expect(page.getByText(/Epoch 1 of 5 · step [\d,]+ of 9,375/)).toBeVisible();
  await expect(page.getByRole('figure', { name: 'Loss' })).toContainText(/From [\d.]+ to [\d.]+/);
  await expect(page.getByRole('button', { name: 'Step' })).toBeDisabled();

  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(progress).toHaveAttribute('aria-valuetext', /^Paused · Epoch \d of 5 · step/);
  await page.waitForTimeout(500);
  const before = await progress.getAttribute('aria-valuetext');
  await page.getByRole('button', { name: 'Step' }).click();
  await expect(progress).not.toHaveAttribute('aria-valuetext', before!);
  await expect(page.getByRole('button', { name: 'Resume' })).toBeEnabled();

  await page.getByRole('button', { name: 'Resume' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled();
  await page.evaluate(() => window.fakeTrainer.finish());
  const result = page.getByRole('region', { name: 'Test result' });
  await expect(result).toContainText('Accuracy: 0.9796');
  await expect(result).toContainText('204 errors in 10,000 images');
  await expect(progress).toHaveAttribute('aria-valuenow', '100');

  await page.getByRole('button', { name: 'Train' }).click();
  await expect(result).not.toContainText('Accuracy:');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(progress).toHaveAttribute('aria-valuenow', '0');
});

test('a step on an idle page begins a run that waits', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Step' }).click();
  await expect(page.getByText('Epoch 1 of 5 · step 1 of 9,375')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeEnabled();
});

test('a run that fails says why and what to do', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Train' }).click();
  await expect(page.getByText(/Epoch 1 of 5/)).toBeVisible();
  await page.evaluate(() =>
    window.fakeTrainer.fail({ code: 'shardCorrupt', values: { shard: 'training-03.shard' } }),
  );
  await expect(page.getByRole('region', { name: 'Test result' })).toContainText(
    'Shard training-03.shard is damaged',
  );
  await expect(page.getByRole('button', { name: 'Train' })).toBeEnabled();
});

test('a run that diverges waits where all was well, and offers a smaller learning rate', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Train' }).click();
  await expect(page.getByText(/Epoch 1 of 5/)).toBeVisible();
  await page.evaluate(() => window.fakeTrainer.diverge());
  const result = page.getByRole('region', { name: 'Test result' });
  await expect(result).toContainText('try a smaller one');
  await expect(result).toContainText('The run is back at step 0');
  await expect(page.getByRole('figure', { name: 'Loss' })).toContainText('Diverged at step');
  await page.getByRole('button', { name: 'Go on with learning rate 0.0001' }).click();
  await expect(page.getByRole('button', { name: 'Pause' })).toBeEnabled();
  expect(await page.evaluate(() => window.fakeTrainer.commands)).toContainEqual({
    type: 'changeRate',
    learningRate: 0.0001,
  });
});

test('a trainer that crashes is said to have, and can be restarted', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Train' }).click();
  await page.evaluate(() => window.fakeTrainer.crash());
  await expect(page.getByRole('alert')).toContainText('The trainer stopped unexpectedly (out of memory)');
  await page.getByRole('button', { name: 'Restart trainer' }).click();
  await expect(page.getByRole('alert')).toBeEmpty();
  await page.getByRole('button', { name: 'Train' }).click();
  await expect(page.getByText(/Epoch 1 of 5/)).toBeVisible();
});

test('every engine that was refused has its reason', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Why this engine?' }).click();
  const dialog = page.getByRole('dialog', { name: 'Why this engine?' });
  await expect(dialog).toContainText('The browser offers WebGPU but no graphics card for it.');
  await expect(dialog).toContainText('WebGL here is emulated in software (SwiftShader)');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Why this engine?' })).toBeFocused();
});

test('a chart is drawn, and says the numbers that are pointed at', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Train' }).click();
  await page.evaluate(() => window.fakeTrainer.finish());
  const figure = page.getByRole('figure', { name: 'Loss' });
  await expect(figure).toContainText('in 9,375 steps');
  // Raw and smoothed.
  const lines = figure.locator('svg path[fill=none][stroke="var(--live)"]');
  await expect(lines).toHaveCount(2);
  await figure
    .locator('svg')
    .first()
    .hover({ position: { x: 200, y: 60 } });
  await expect(figure.getByText(/^smoothed \d/)).toBeVisible();
  await page.mouse.move(0, 0);
  await expect(figure.getByText(/^smoothed \d/)).toBeHidden();
  await expect(lines).toHaveCount(2);
});

test('a chart has a table of at most twenty rows', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Train' }).click();
  await page.evaluate(() => window.fakeTrainer.finish());
  const figure = page.getByRole('figure', { name: 'Loss' });
  await expect(figure).toContainText('in 9,375 steps');
  await figure.getByText('As a table').click();
  await expect(figure.getByRole('row')).toHaveCount(21);
});
