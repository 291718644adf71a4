import { setTimeout } from 'node:timers/promises';

/**
 * Draws with the mouse on a cleared pad: all points of a stroke at once, or so long after each other.
 * @param {import('playwright').Page} page
 * @param {import('./writers.mjs').Stroke[]} strokes
 * @param {number} [intervalMs] from point to point
 */
export async function drawOnPad(page, strokes, intervalMs = 0) {
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  if (await clear.isEnabled()) await clear.click();
  const box = await page.getByLabel('Drawing pad', { exact: true }).boundingBox();
  if (!box) throw new Error('the pad is not on the screen');
  const at = (/** @type {readonly [number, number]} */ [x, y]) =>
    /** @type {const} */ ([box.x + x * box.width, box.y + y * box.height]);
  for (const [first, ...others] of strokes) {
    await page.mouse.move(...at(first));
    await page.mouse.down();
    await Promise.all(
      others.map(async (point, i) => {
        if (intervalMs > 0) await setTimeout((i + 1) * intervalMs);
        await page.mouse.move(...at(point));
      }),
    );
    await page.mouse.up();
  }
}
