import type { Page } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { drawStroke, strokes } from '../train/drawDigit';
import { openPage, violations } from './openPage';
import { button, noPreview, note, pixels, preview } from './padParts';
import { sevenPng } from './sevenPng';
import { watchTasks } from './watchTasks';

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
  const longestTask = await watchTasks(page);
  await choose(page, { name: 'huge.png', mimeType: 'image/png', buffer: sevenPng(7_300, 5_500) });
  await expect(preview(page)).toBeVisible({ timeout: 60_000 });
  // Generous, for a test says no times: decoding on the main thread would take seconds.
  expect(await longestTask()).toBeLessThan(400);
});
