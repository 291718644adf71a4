import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { drawStroke, strokes } from '../train/drawDigit';
import { openPage, violations } from './openPage';
import { button, inkOf, noPreview, pad, pixels, preview } from './padParts';

test('strokes are undone and redone, by buttons and by keys, and Clear can be undone', async ({ page }) => {
  await openPage(page);
  await expect(button(page, 'Undo')).toBeDisabled();
  await drawStroke(page, strokes.one);
  const one = await pixels(page);
  await drawStroke(page, strokes.seven);
  await expect.poll(() => pixels(page)).not.toEqual(one);
  const both = await pixels(page);
  await button(page, 'Undo').click();
  expect(await pixels(page)).toEqual(one);
  await button(page, 'Redo').click();
  expect(await pixels(page)).toEqual(both);
  await expect(button(page, 'Redo')).toBeDisabled();
  await page.keyboard.press('Control+z');
  await expect.poll(() => pixels(page)).toEqual(one);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => pixels(page)).toEqual(both);
  await button(page, 'Clear').click();
  await expect(noPreview(page)).toBeVisible();
  await button(page, 'Undo').click();
  expect(await pixels(page)).toEqual(both);
});

test.describe('by finger', () => {
  test.use({ hasTouch: true });

  test('a tap on a button counts right after a fast stroke', async ({ page }) => {
    await openPage(page);
    const { touchStart, touchMove, touchEnd } = await finger(page);
    const { x, y, width } = (await pad(page).boundingBox())!;
    await touchStart(x + 0.3 * width, y + 0.2 * width);
    for (let i = 1; i <= 12; i++) await touchMove(x + 0.3 * width, y + (0.2 + 0.05 * i) * width);
    await touchEnd();
    await expect(preview(page)).toBeVisible();
    await button(page, 'Clear').tap();
    await expect(noPreview(page)).toBeVisible();
  });
});

test('the eraser takes ink away, and what it took comes back', async ({ page }) => {
  await openPage(page);
  await drawStroke(page, strokes.seven);
  const seven = await pixels(page);
  await button(page, 'Eraser').click();
  await expect(button(page, 'Eraser')).toHaveAttribute('aria-pressed', 'true');
  // The seven's bar: what remains is a slanted line, and is framed as such.
  await drawStroke(page, [
    [0.15, 0.2],
    [0.85, 0.2],
  ]);
  await expect.poll(() => inkOf(page)).toBeLessThan(0.75 * seven.reduce((sum, ink) => sum + ink, 0));
  await button(page, 'Undo').click();
  expect(await pixels(page)).toEqual(seven);
  await drawStroke(page, [
    [0, 0.2],
    [1, 0.2],
    [0, 0.5],
    [1, 0.6],
    [0, 0.9],
    [1, 0.9],
  ]);
  await button(page, 'Eraser').click();
  await expect(button(page, 'Eraser')).toHaveAttribute('aria-pressed', 'false');
});

test('a thicker pen leaves more ink, a thinner one less', async ({ page }) => {
  await openPage(page);
  const inks: number[] = [];
  for (const name of ['Thin', 'Usual', 'Thick']) {
    await page.getByLabel('Pen', { exact: true }).selectOption(name);
    await drawStroke(page, strokes.seven);
    await expect(preview(page)).toBeVisible();
    inks.push(await inkOf(page));
    await button(page, 'Clear').click();
  }
  expect(inks[0]).toBeLessThan(0.8 * inks[1]);
  expect(inks[2]).toBeGreaterThan(1.3 * inks[1]);
});

test('once a pen has been used, a touch moves the page and leaves no ink', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openPage(page);
  await pad(page).evaluate((element) => {
    const { left, top } = element.getBoundingClientRect();
    const send = (type: string, pointerType: string, pointerId: number, x: number, y: number) =>
      element.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerType,
          pointerId,
          clientX: left + x,
          clientY: top + y,
        }),
      );
    send('pointerdown', 'touch', 2, 20, 300);
    send('pointermove', 'touch', 2, 30, 300);
    send('pointerdown', 'pen', 1, 100, 100);
    send('pointermove', 'pen', 1, 100, 200);
    send('pointerup', 'pen', 1, 100, 200);
    send('pointerup', 'touch', 2, 30, 300);
  });
  await expect(preview(page)).toBeVisible();
  // An upright line: nothing of the hand is in it.
  const besideLine = async () =>
    (await pixels(page)).filter((ink, i) => ink > 0 && (i % 28 < 10 || i % 28 > 18));
  await expect.poll(besideLine).toEqual([]);
  const line = await pixels(page);
  const scrolled = await pad(page).evaluate((element) => {
    const send = (type: string, y: number) =>
      element.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerType: 'touch',
          pointerId: 3,
          clientX: 100,
          clientY: y,
        }),
      );
    send('pointerdown', 400);
    send('pointermove', 300);
    send('pointerup', 300);
    return window.scrollY;
  });
  expect(scrolled).toBe(100);
  expect(await pixels(page)).toEqual(line);
});

test('pixels are changed by keys, and are what the network sees', async ({ page }) => {
  await openPage(page);
  await button(page, 'Pixels…').click();
  const grid = page.getByRole('grid');
  await expect(grid.getByRole('gridcell')).toHaveCount(784);
  expect(await violations(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('3');
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Enter');
  const seen = async () => (await pixels(page)).flatMap((ink, pixel) => (ink > 0 ? [[pixel, ink]] : []));
  await page.keyboard.press('Escape');
  await expect(grid).toBeHidden();
  expect(await seen()).toEqual([
    [29, 255],
    [30, 85],
    [783, 255],
  ]);
  await button(page, 'Undo').click();
  expect(await seen()).toHaveLength(2);
});

/** A finger that the browser takes for a real one. Playwright's own only taps. */
async function finger(page: Page) {
  const session = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...touchPoints: { x: number; y: number }[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints });
  return {
    touchStart: (x: number, y: number) => touch('touchStart', { x, y }),
    touchMove: (x: number, y: number) => touch('touchMove', { x, y }),
    touchEnd: () => touch('touchEnd'),
  };
}
