import type { Locator, Page } from '@playwright/test';

export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const pad = (page: Page) => page.getByLabel('Drawing pad', { exact: true });
export const preview = (page: Page) => page.getByRole('img', { name: 'Your digit in 28×28 pixels' });
export const noPreview = (page: Page) => page.getByRole('img', { name: 'Nothing yet' });

/** All the ink of the 28×28 pixels, each 0 to 255, in the order of the network's input. */
export async function pixels(page: Page): Promise<number[]> {
  return preview(page).evaluate((canvas: HTMLCanvasElement) => {
    const { data } = canvas.getContext('2d')!.getImageData(0, 0, 28, 28);
    return Array.from({ length: 784 }, (_, pixel) => data[4 * pixel + 3]);
  });
}
export const inkOf = async (page: Page) => (await pixels(page)).reduce((sum, ink) => sum + ink, 0);

/** The page's answer to a picture. */
export const note = (page: Page): Locator =>
  page.getByRole('region', { name: 'Draw' }).locator('p[aria-live]');
