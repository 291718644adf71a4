import { expect, test } from '@playwright/test';
import { drawStroke, strokes } from '../train/drawDigit';
import { openPage, violations } from './openPage';
import { button, pad } from './padParts';

const figure = (page: Parameters<typeof openPage>[0]) => page.getByRole('figure', { name: 'Your digit' });

test('the drawing is read again and again, and its probabilities are drawn', async ({ page }) => {
  await openPage(page, '#train=6400&batch=32');
  await expect(figure(page)).toContainText('Draw a digit');
  await drawStroke(page, strokes.seven);
  await button(page, 'Train').click();
  await expect(figure(page)).toContainText(/A 7 (since|from).* now/);
  // Ten lines, and the names of two.
  await expect(figure(page).locator('svg path[fill=none][stroke-opacity]')).toHaveCount(10);
  await expect(figure(page).locator('svg text', { hasText: /^7$/ })).toHaveCount(1);
  await page.evaluate(() => window.fakeTrainer.finish());
  await expect(figure(page)).toContainText('97% now');

  await figure(page).getByText('As a table').click();
  const rows = figure(page).getByRole('row');
  await expect(rows.nth(3)).toBeVisible();
  // The step, and ten digits.
  await expect(rows.last().getByRole('cell')).toHaveCount(10);
  await expect(rows.last()).toContainText(/^1,000.*97%/);
});

test('pinned drawings are followed when the pad has another, and shown when they are chosen', async ({
  page,
}) => {
  await openPage(page, '#train=60000&batch=32', { stepsPerEvent: 5 });
  await button(page, 'Train').click();
  await drawStroke(page, strokes.seven);
  const onPad = figure(page).getByRole('button', { name: /on the pad$/ });
  const pinned = figure(page).getByRole('button', { name: /pinned drawing 1$/i });
  await expect(onPad).toHaveAttribute('aria-pressed', 'true');
  await button(page, 'Pin it').click();
  await button(page, 'Clear').click();
  await expect(onPad).toBeHidden();
  await drawStroke(page, strokes.one);
  const read = async () => Number(/(\d+)%/.exec((await pinned.innerText()) ?? '')?.[1]);
  const before = await read();
  await expect.poll(read).toBeGreaterThan(before + 5);

  await pinned.click();
  await expect(pinned).toHaveAttribute('aria-pressed', 'true');
  await expect(onPad).toHaveAttribute('aria-pressed', 'false');
  await expect(figure(page)).toContainText(/A 7 /);
  expect(await violations(page)).toEqual([]);

  await button(page, 'Unpin drawing 1').click();
  await expect(pinned).toBeHidden();
  await expect(onPad).toHaveAttribute('aria-pressed', 'true');
});

test('another run begins with readings of its own; pins stay', async ({ page }) => {
  await openPage(page, '#train=6400&batch=32');
  await drawStroke(page, strokes.seven);
  await button(page, 'Train').click();
  await button(page, 'Pin it').click();
  await button(page, 'Clear').click();
  await page.evaluate(() => window.fakeTrainer.finish());
  const pinned = figure(page).getByRole('button', { name: /pinned drawing 1$/i });
  await expect(pinned).toHaveText('7 97%');
  await button(page, 'Reset').click();
  await expect(pinned).toHaveText('');
  await button(page, 'Step').click();
  await expect(pinned).toHaveText(/^\d \d%|^\d 1\d%/);
});

test('at most four are pinned, and the page says so', async ({ page }) => {
  await openPage(page);
  for (let i = 0; i < 4; i++) {
    await drawStroke(page, strokes.one);
    await button(page, 'Pin it').click();
  }
  await drawStroke(page, strokes.seven);
  await expect(button(page, '4 are pinned, as many as fit')).toBeDisabled();
  await expect(pad(page)).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280);
});
