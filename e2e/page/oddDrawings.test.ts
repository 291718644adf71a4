import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { openPage } from './openPage';
import { button, inkOf, noPreview, pad, pixels, preview } from './padParts';
import { watchTasks } from './watchTasks';

const prediction = (page: Page) => page.getByRole('status', { name: 'Prediction' });

/** One stroke of a pen; `place` says where its `count` points are, in parts of the pad, and can use nothing else. */
async function scribble(page: Page, count: number, place: (i: number, count: number) => [number, number]) {
  await pad(page).evaluate(
    async (element, [source, last]) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const placeOf = new Function(`return (${source})`)() as typeof place;
      const send = (type: string, i: number) => {
        const [x, y] = placeOf(i, last + 1);
        const at = { clientX: left + x * width, clientY: top + y * height };
        element.dispatchEvent(
          new PointerEvent(type, { bubbles: true, pointerType: 'pen', pointerId: 1, ...at }),
        );
      };
      send('pointerdown', 0);
      for (let i = 1; i <= last; i++) {
        send('pointermove', i);
        // As fast as any pen reports: several points a frame.
        if (i % 20 === 0) await new Promise((resolve) => setTimeout(resolve));
      }
      send('pointerup', last);
    },
    [place.toString(), count - 1] as const,
  );
}

test('an empty pad is read as nothing, a dot as a dot in the middle', async ({ page }) => {
  await openPage(page);
  await button(page, 'Train').click();
  await expect(prediction(page)).toContainText('Draw a digit');
  await expect(noPreview(page)).toBeVisible();
  await pad(page).click({ position: { x: 30, y: 40 } });
  await expect(prediction(page)).toHaveText(/^\d · \d+%/);
  const inked = (await pixels(page)).flatMap((ink, pixel) => (ink > 0 ? [pixel] : []));
  expect(inked).toContain(14 * 28 + 14);
  expect(inked.length).toBeLessThan(20);
});

test('a pad full of ink is read like any other', async ({ page }) => {
  await openPage(page);
  await page.getByLabel('Pen', { exact: true }).selectOption('Thick');
  await scribble(page, 60, (i) => [i % 4 === 1 || i % 4 === 2 ? 1 : 0, Math.floor(i / 2) / 29]);
  await button(page, 'Train').click();
  await expect(prediction(page)).toHaveText(/^\d · \d+%/);
  // 20 × 20 pixels of ink.
  expect(await inkOf(page)).toBeGreaterThan(0.9 * 400 * 255);
});

test('a scribble of 10,000 points does not hold the page up, with its steps beside it', async ({ page }) => {
  await openPage(page);
  await page.getByRole('tab', { name: 'Your digit' }).click();
  await expect(page.getByRole('tabpanel').getByRole('checkbox')).toHaveCount(4);
  const longestTask = await watchTasks(page);
  await scribble(page, 10_000, (i) => [0.5 + 0.4 * Math.sin(0.37 * i), 0.5 + 0.4 * Math.sin(0.91 * i)]);
  await expect(preview(page)).toBeVisible();
  // Generous, for a test says no times: framing every point by itself would take a minute.
  expect(await longestTask()).toBeLessThan(400);
  await button(page, 'Undo').click();
  await expect(noPreview(page)).toBeVisible();
});
