import { drawOnPad } from './drawOnPad.mjs';

/**
 * Draws with the mouse on a cleared pad.
 * @param {import('playwright').Page} page
 * @param {import('./writers.mjs').Stroke[]} strokes
 * @returns {Promise<number>} the digit that is read
 */
export async function readDrawing(page, strokes) {
  await drawOnPad(page, strokes);
  // Nothing trains, and an answer comes within 50 ms: two that agree after the last stroke are of the whole drawing.
  const guess = page.getByRole('status', { name: 'Prediction' });
  let before = '';
  for (;;) {
    await page.waitForTimeout(70);
    const text = await guess.innerText();
    if (text === before && /^\d/.test(text)) return Number(text[0]);
    before = text;
  }
}
