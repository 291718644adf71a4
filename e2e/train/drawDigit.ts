import type { Page } from '@playwright/test';

/** Corners of a one and a seven, in parts of the pad's side. */
export const strokes = {
  one: [
    [0.5, 0.15],
    [0.5, 0.85],
  ],
  seven: [
    [0.25, 0.2],
    [0.75, 0.2],
    [0.4, 0.85],
  ],
} as const;

/** Draws one stroke with the mouse on the drawing pad. */
export async function drawStroke(
  page: Page,
  corners: readonly (readonly [number, number])[],
  pad = page.getByLabel('Drawing pad', { exact: true }),
): Promise<void> {
  await pad.scrollIntoViewIfNeeded();
  const box = (await pad.boundingBox())!;
  const at = ([x, y]: readonly [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(corners[0]));
  await page.mouse.down();
  for (const corner of corners.slice(1)) await page.mouse.move(...at(corner), { steps: 12 });
  await page.mouse.up();
}
