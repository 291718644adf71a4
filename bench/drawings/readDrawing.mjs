/**
 * Draws with the mouse on a cleared pad.
 * @param {import('playwright').Page} page
 * @param {import('./writers.mjs').Stroke[]} strokes
 * @returns {Promise<number>} the digit that is read
 */
export async function readDrawing(page, strokes) {
  const clear = page.getByRole('button', { name: 'Clear', exact: true });
  if (await clear.isEnabled()) await clear.click();
  const box = await page.getByLabel('Drawing pad').boundingBox();
  if (!box) throw new Error('the pad is not on the screen');
  const at = (/** @type {readonly [number, number]} */ [x, y]) =>
    /** @type {const} */ ([box.x + x * box.width, box.y + y * box.height]);
  for (const [first, ...others] of strokes) {
    await page.mouse.move(...at(first));
    await page.mouse.down();
    // Unawaited they come as fast as a hand, several a frame.
    await Promise.all(others.map((point) => page.mouse.move(...at(point))));
    await page.mouse.up();
  }
  // Predictions come every 50 ms at most: two that agree after the last stroke are of the whole drawing.
  const guess = page.getByRole('status', { name: 'Prediction' });
  let before = '';
  for (;;) {
    await page.waitForTimeout(70);
    const text = await guess.innerText();
    if (text === before && /^\d/.test(text)) return Number(text[0]);
    before = text;
  }
}
