import { expect, test } from '@playwright/test';
import { drawStroke, strokes } from '../train/drawDigit';
import { looks } from './looks';
import { openPage, violations } from './openPage';
import { button, note, pixels } from './padParts';

test('a step that is left out changes what the network is given, until it is put back', async ({ page }) => {
  await openPage(page);
  await drawStroke(page, strokes.seven);
  const seven = await pixels(page);
  await page.getByRole('tab', { name: 'Your digit' }).click();
  const panel = page.getByRole('tabpanel');
  for (const name of ['1 · Cut out', '2 · Fit 20×20', '3 · Centre of mass', '4 · 28×28 pixels']) {
    const step = panel.getByRole('checkbox', { name });
    await step.uncheck();
    await expect.poll(() => pixels(page)).not.toEqual(seven);
    await expect(note(page).filter({ hasText: 'A step of the framing is off' })).toBeVisible();
    if (name.startsWith('1')) expect(await violations(page)).toEqual([]);
    await step.check();
    await expect.poll(() => pixels(page)).toEqual(seven);
  }
  await panel.getByRole('checkbox', { name: '2 · Fit 20×20' }).uncheck();
  await button(page, 'Put back').click();
  await expect.poll(() => pixels(page)).toEqual(seven);
});

for (const { locale, colorScheme } of looks) {
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });

    test('the tools and the panel are accessible, and nothing sticks out at 320 px', async ({ page }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await openPage(page);
      await drawStroke(page, strokes.seven, page.getByRole('application'));
      await page.getByRole('tab').last().click();
      await expect(page.getByRole('tabpanel').getByRole('checkbox')).toHaveCount(4);
      expect(await violations(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    });
  });
}
