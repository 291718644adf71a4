import type { Locator, Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { drawStroke, strokes } from '../train/drawDigit';
import { openPage, violations } from './openPage';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const pad = (page: Page) => page.getByLabel('Drawing pad', { exact: true });
const preview = (page: Page) => page.getByRole('img', { name: 'Your digit in 28×28 pixels' });
const noPreview = (page: Page) => page.getByRole('img', { name: 'Nothing yet' });

/** All the ink of the 28×28 pixels, each 0 to 255, in the order of the network's input. */
async function pixels(page: Page): Promise<number[]> {
  return preview(page).evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, 28, 28);
    return Array.from({ length: 784 }, (_, pixel) => data[4 * pixel + 3]);
  });
}
const inkOf = async (page: Page) => (await pixels(page)).reduce((sum, ink) => sum + ink, 0);

/** A picture as a PNG file: what `paint` paints on it, which can use nothing from outside itself. */
async function png(
  page: Page,
  width: number,
  height: number,
  paint: (context: OffscreenCanvasRenderingContext2D, width: number, height: number) => void,
) {
  const bytes = await page.evaluate(
    async ([source, columns, rows]) => {
      const context = new OffscreenCanvas(columns, rows).getContext('2d')!;
      const work = `return (${source})`;
      const painter = new Function(work)() as typeof paint;
      painter(context, columns, rows);
      const blob = await context.canvas.convertToBlob({ type: 'image/png' });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [paint.toString(), width, height] as const,
  );
  return { name: 'digit.png', mimeType: 'image/png', buffer: Buffer.from(bytes) };
}

/** A seven on paper that is darker on one side. */
function paintSeven(context: OffscreenCanvasRenderingContext2D, width: number, height: number) {
  const light = context.createLinearGradient(0, 0, width, height);
  light.addColorStop(0, '#f4f1ea');
  light.addColorStop(1, '#8d8a84');
  context.fillStyle = light;
  context.fillRect(0, 0, width, height);
  context.strokeStyle = '#223';
  context.lineWidth = width / 60;
  context.beginPath();
  context.moveTo(0.35 * width, 0.25 * height);
  context.lineTo(0.65 * width, 0.25 * height);
  context.lineTo(0.45 * width, 0.75 * height);
  context.stroke();
}

async function choose(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.getByLabel('Picture file').setInputFiles(file);
}

/** The page's answer to a picture. */
const note = (page: Page): Locator => page.getByRole('region', { name: 'Draw' }).locator('p[aria-live]');

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
  const line = await pixels(page);
  // An upright line: nothing of the hand is in it.
  expect(line.filter((_, i) => i % 28 < 10 || i % 28 > 18).every((ink) => ink === 0)).toBe(true);
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

test('a photo of a digit on unevenly lit paper is read like a drawing', async ({ page }) => {
  await openPage(page);
  await expect(button(page, 'Picture…')).toBeVisible();
  await choose(page, await png(page, 1200, 900, paintSeven));
  await expect(preview(page)).toBeVisible();
  const photo = await pixels(page);
  await button(page, 'Train').click();
  await expect(page.getByRole('status', { name: 'Prediction' })).toHaveText(/^7 · \d+%/);
  await button(page, 'Clear').click();
  await drawStroke(page, [
    [0.3, 0.25],
    [0.7, 0.25],
    [0.43, 0.75],
  ]);
  const drawn = await pixels(page);
  const dot = (a: number[], b: number[]) => a.reduce((sum, ink, i) => sum + ink * b[i], 0);
  expect(dot(photo, drawn) / Math.sqrt(dot(photo, photo) * dot(drawn, drawn))).toBeGreaterThan(0.85);
  await button(page, 'Undo').click();
  await button(page, 'Undo').click();
  expect(await pixels(page)).toEqual(photo);
});

test('a picture can be pasted and dropped', async ({ page }) => {
  await openPage(page);
  await expect(button(page, 'Picture…')).toBeVisible();
  const { buffer } = await png(page, 400, 300, paintSeven);
  for (const way of ['paste', 'drop'] as const) {
    await page.evaluate(
      ([bytes, type]) => {
        const data = new DataTransfer();
        data.items.add(new File([new Uint8Array(bytes)], 'digit.png', { type: 'image/png' }));
        document.body.dispatchEvent(
          type === 'paste'
            ? new ClipboardEvent('paste', { clipboardData: data, bubbles: true })
            : new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }),
        );
      },
      [[...buffer], way] as const,
    );
    await expect(preview(page)).toBeVisible();
    await button(page, 'Clear').click();
    await expect(noPreview(page)).toBeVisible();
  }
});

test('a file that is no picture, and an empty one, are answered in words; the drawing stays', async ({
  page,
}) => {
  await openPage(page);
  await drawStroke(page, strokes.seven);
  const seven = await pixels(page);
  await choose(page, { name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
  await expect(note(page).filter({ hasText: 'no picture' })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await choose(page, {
    name: 'broken.png',
    mimeType: 'image/png',
    buffer: Buffer.from('\x89PNG\r\n\x1a\n…'),
  });
  await expect(note(page).filter({ hasText: 'no picture' })).toBeVisible();
  const empty = await png(page, 300, 300, (context, width, height) => {
    context.fillStyle = '#ddd';
    context.fillRect(0, 0, width, height);
  });
  await choose(page, empty);
  await expect(note(page).filter({ hasText: 'No ink was found' })).toBeVisible();
  expect(await pixels(page)).toEqual(seven);
  await drawStroke(page, strokes.one);
  await expect(note(page).filter({ hasText: 'No ink was found' })).toBeHidden();
});

test('a picture of 40 million pixels does not hold the page up', async ({ page }) => {
  await openPage(page);
  await expect(button(page, 'Picture…')).toBeVisible();
  const file = await png(page, 7_300, 5_500, paintSeven);
  await page.evaluate(() => {
    const frames = { last: performance.now(), longest: 0 };
    Object.assign(window, { frames });
    const frame = () => {
      frames.longest = Math.max(frames.longest, performance.now() - frames.last);
      frames.last = performance.now();
      setTimeout(frame);
    };
    frame();
  });
  await choose(page, file);
  await expect(preview(page)).toBeVisible({ timeout: 60_000 });
  const longest = await page.evaluate(
    () => (window as unknown as { frames: { longest: number } }).frames.longest,
  );
  // Generous, for a test says no times: decoding on the main thread would take seconds.
  expect(longest).toBeLessThan(1_000);
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

for (const locale of ['en-GB', 'zh-CN']) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test.describe(`${locale}, ${colorScheme}`, () => {
      test.use({ locale, colorScheme });

      test('the tools and the panel are accessible, and nothing sticks out at 320 px', async ({ page }) => {
        await page.setViewportSize({ width: 320, height: 800 });
        await openPage(page);
        await drawStroke(page, strokes.seven);
        await page.getByRole('tab').last().click();
        await expect(page.getByRole('tabpanel').getByRole('checkbox')).toHaveCount(4);
        expect(await violations(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
      });
    });
  }
}
