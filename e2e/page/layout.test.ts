import { expect, test } from '@playwright/test';
import { drawStroke, strokes } from '../train/drawDigit';
import { openPage, violations } from './openPage';

for (const locale of ['en', 'zh-CN'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test('nothing is inaccessible while idle, running, done or failed', async ({ page }) => {
        await openPage(page);
        expect(await violations(page)).toEqual([]);

        const main = page.getByRole('group').getByRole('button').first();
        await main.click();
        await expect(page.getByRole('figure').first()).toContainText(/\d{2,}/);
        expect(await violations(page)).toEqual([]);

        await page.evaluate(() => window.fakeTrainer.finish());
        await expect(page.getByText('Accuracy: 0.9796')).toBeVisible();
        expect(await violations(page)).toEqual([]);

        await main.click();
        await expect(page.getByText('Accuracy: 0.9796')).toBeHidden();
        await page.evaluate(() => window.fakeTrainer.diverge());
        await page.evaluate(() => window.fakeTrainer.crash());
        await expect(page.getByRole('alert')).not.toBeEmpty();
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}

for (const width of [320, 390, 768, 1280, 1920]) {
  test(`${width} px wide: nothing sticks out, and Train is in sight`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await openPage(page, '#lang=zh-CN');
    await page.getByRole('button', { name: '训练' }).click();
    await page.evaluate(() => window.fakeTrainer.finish());
    await expect(page.getByText('Accuracy: 0.9796')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await expect(page.getByRole('button', { name: '训练' })).toBeInViewport();
  });
}

test('1280×800 shows all it takes to draw, train and watch without scrolling', async ({ page }) => {
  await openPage(page);
  const parts = [
    page.getByLabel('Drawing pad', { exact: true }),
    page.getByRole('status', { name: 'Prediction' }),
    page.getByRole('meter', { name: '9' }),
    page.getByRole('figure', { name: 'Loss' }),
    page.getByRole('figure', { name: 'Accuracy' }),
    page.getByRole('figure', { name: 'Your digit' }),
    page.getByRole('button', { name: 'Train' }),
    page.getByRole('region', { name: 'Settings' }),
  ];
  for (const part of parts) await expect(part).toBeInViewport({ ratio: 1 });

  await drawStroke(page, strokes.seven);
  await page.getByRole('button', { name: 'Train' }).click();
  await expect(page.getByRole('group', { name: 'Was I right?' })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: 'Pin it' })).toBeInViewport({ ratio: 1 });
});

test('on a phone the pad comes first', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  // The charts arrive after the page and take the places that were kept for them.
  await expect(async () => {
    const top = async (name: string) => (await page.getByRole('figure', { name }).boundingBox())!.y;
    const pad = (await page.getByLabel('Drawing pad', { exact: true }).boundingBox())!;
    expect(pad.y).toBeLessThan(await top('Loss'));
    expect(await top('Loss')).toBeLessThan(await top('Accuracy'));
  }).toPass();
});
