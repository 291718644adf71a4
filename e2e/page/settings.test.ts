import { expect, test } from '@playwright/test';
import { openPage } from './openPage';

test('a link sets everything, and what it cannot set it says', async ({ page }) => {
  await openPage(page, '#preset=lenet&optimizer=sgd&lr=-3&batch=64&epochs=2&engine=quantum&colour=blue');
  await expect(page.getByLabel('Model')).toHaveValue('lenet');
  await expect(page.getByLabel('Learning rate')).toHaveValue('0.01');
  await expect(page.getByLabel('Batch size')).toHaveValue('64');

  const notes = page.getByRole('region', { name: 'About the link' });
  await expect(notes).toContainText('lr “-3” cannot be used; 0.01 is used instead');
  await expect(notes).toContainText('engine “quantum” cannot be used; auto is used instead');
  await expect(notes).toContainText('“colour” is not a setting');
  await notes.getByRole('button', { name: 'Dismiss' }).click();
  await expect(notes).toBeHidden();
});

test('the address follows the settings, and the settings a followed link', async ({ page }) => {
  await openPage(page);
  await page.getByLabel('Epochs').fill('3');
  await expect(page).toHaveURL(/#preset=article&optimizer=adam&lr=0.001&batch=32&epochs=3&/);
  await page.goto('./#epochs=7');
  await expect(page.getByLabel('Epochs')).toHaveValue('7');
});

test('a link followed during a run waits for the next one', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Train' }).click();
  await expect(page.getByLabel('Epochs')).toBeDisabled();
  await page.goto('./#epochs=7');
  await expect(page.getByText('The link you followed applies to the next run.')).toBeVisible();
  await expect(page.getByLabel('Epochs')).toHaveValue('5');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(page.getByLabel('Epochs')).toHaveValue('7');
});

test('Share copies the link', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPage(page, '#epochs=4');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByText('Link copied')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('#preset=article');
});

test('where copying is refused, the link is shown', async ({ page }) => {
  await page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await openPage(page, '#epochs=4');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('textbox', { name: 'Copy this link' })).toHaveValue(/epochs=4/);
});

test('a bad number is refused in words, and the last good one stays in use', async ({ page }) => {
  await openPage(page);
  const batch = page.getByLabel('Batch size');
  await batch.fill('5000');
  await batch.press('Tab');
  await expect(page.getByText('Enter a whole number from 1 to 4096. 32 stays in use.')).toBeVisible();
  await expect(batch).toHaveAttribute('aria-invalid', 'true');
  await batch.fill('100');
  await expect(batch).toHaveAttribute('aria-invalid', 'false');
  await expect(page).toHaveURL(/batch=100/);
});

test('an optimizer brings its usual learning rate, unless another was set', async ({ page }) => {
  await openPage(page);
  const rate = page.getByLabel('Learning rate');
  await page.getByLabel('Optimizer').selectOption('sgd');
  await expect(rate).toHaveValue('0.01');
  await rate.fill('0.5');
  await page.getByLabel('Optimizer').selectOption('gradientDescent');
  await expect(rate).toHaveValue('0.5');
  await expect(page.getByLabel('Batch size')).toHaveValue('all images');
});

test('a recipe brings its settings, and takes them away again', async ({ page }) => {
  await openPage(page);
  const [model, rate, epochs] = ['Model', 'Learning rate', 'Epochs'].map((label) => page.getByLabel(label));
  await page.getByLabel('Seed').fill('7');
  await model.selectOption('Fast 99 %: LeNet in one epoch');
  await expect(rate).toHaveValue('0.01');
  await expect(page.getByLabel('Rate schedule')).toHaveValue('oneCycle');
  await page.getByText('β₁ 0.7, β₂ 0.9').click();
  await expect(page.getByLabel('β₂')).toHaveValue('0.9');
  await page.getByLabel('β₂').fill('0.95');
  await epochs.fill('2');
  await expect(page).toHaveURL(/#preset=fast99&optimizer=adam&lr=0.01&beta2=0.95&batch=128&epochs=2&seed=7&/);

  await model.selectOption('article');
  await expect(rate).toHaveValue('0.001');
  await expect(epochs).toHaveValue('2');
  await expect(page.getByText('β₁ 0.9, β₂ 0.95')).toBeVisible();
  await page.getByLabel('Optimizer').selectOption('sgd');
  await expect(page.getByText('β₁')).toBeHidden();
});

test('where the Chinese words cannot be had, the page is there in English and says so', async ({ page }) => {
  await page.route('**/zhCN*', (route) => route.abort());
  await openPage(page, '#lang=zh-CN');
  await expect(page.getByRole('button', { name: 'Train', exact: true })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await page.unroute('**/zhCN*');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
});

test('language and theme can be switched, and the theme is remembered', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: '中文' }).click();
  await expect(page.getByRole('button', { name: '训练' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  await page.getByRole('combobox', { name: '主题' }).selectOption('dark');
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.getByRole('button', { name: '训练' })).toBeVisible();
});
