import { expect, test } from '@playwright/test';
import { drawStroke, strokes } from '../train/drawDigit';
import { looks } from './looks';
import { openPage, violations } from './openPage';
import { button } from './padParts';

test('the threshold says what is unlike, is moved by keyboard, and outlasts the page', async ({ page }) => {
  await openPage(page, '#lang=en');
  const note = page.getByRole('region', { name: 'Draw' }).getByText('Unlike any training digit');
  await drawStroke(page, strokes.seven);
  await page.getByRole('tab', { name: 'Your digit' }).click();
  const part = page.getByRole('region', { name: 'Like the training images?' });
  await expect(part).toContainText('Draw something while images are there');

  /** Of the bars under the guess, in the document. */
  const top = () =>
    page
      .getByRole('meter', { name: '9' })
      .evaluate((meter) => meter.getBoundingClientRect().top + document.documentElement.scrollTop);
  await page.getByRole('button', { name: 'Step', exact: true }).click();
  await expect(part).toContainText('Your drawing: 1.30. It lies within the threshold.');
  await expect(part.getByRole('listitem')).toHaveText(['a 7', 'a 7', 'a 9']);
  await expect(note).toHaveCount(0);
  const before = await top();
  expect(await violations(page)).toEqual([]);

  const slider = part.getByRole('slider', { name: 'Threshold' });
  await slider.focus();
  for (let i = 0; i < 7; i++) await page.keyboard.press('ArrowLeft');
  await expect(slider).toHaveValue('1.25');
  await expect(part).toContainText('Your drawing: 1.30. It lies beyond the threshold');
  // Seen, and said.
  await expect(note).toHaveCount(2);
  await expect(note.first()).toBeVisible();
  await expect(page.getByRole('status', { name: 'Prediction' })).toContainText(/^7 · /);
  expect(await top()).toBe(before);
  expect(await violations(page)).toEqual([]);
  await button(page, 'Clear').click();
  await expect(note).toHaveCount(0);

  await page.reload();
  await page.getByRole('tab', { name: 'Your digit' }).click();
  await expect(slider).toHaveValue('1.25');
  await button(page, 'Usual threshold').click();
  await expect(slider).toHaveValue('1.6');
});

for (const { locale, colorScheme } of looks) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    for (const width of [320, 1920]) {
      test(`the scale is accessible and nothing sticks out at ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 800 });
        await page.addInitScript(() => localStorage.setItem('gradpad.unlikeThreshold', '1'));
        await openPage(page);
        await drawStroke(page, strokes.seven, page.getByRole('application'));
        await page.getByRole('button', { name: /^(Train|训练)$/ }).click();
        await page.getByRole('tab').last().click();
        await expect(page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: '9' })).toBeVisible();
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      });
    }
  });
}
