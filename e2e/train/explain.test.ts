import { expect, test } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { looks } from '../page/looks';
import { violations } from '../page/openPage';

const kinds = ['contributions', 'gradient', 'integrated', 'occlusion', 'change', 'layers'];
const panelOf = (page: Page) => page.getByRole('tabpanel', { name: /^(Explain|解释)$/ });

async function openExplain(page: Page, settings: string, language = 'en'): Promise<Locator> {
  await page.goto(`./#engine=wasm&nodes=1&epochs=1&lang=${language}&${settings}`);
  await page.getByRole('tab', { name: /^(Explain|解释)$/ }).click();
  return panelOf(page);
}

async function drawSample(page: Page, digit: number): Promise<void> {
  await page.getByLabel(/^(Sample|示例)$/).selectOption(String(digit));
}

/** A short training, with a sample on the pad. */
async function explainTrained(
  page: Page,
  { preset = 'article', digit = 7, language = 'en' } = {},
): Promise<Locator> {
  const panel = await openExplain(page, `preset=${preset}&train=640`, language);
  await drawSample(page, digit);
  await page.getByRole('button', { name: /^(Train|训练)$/ }).click();
  await expect(page.getByText('Accuracy: 0.')).toBeVisible({ timeout: 60_000 });
  return panel;
}

async function look(panel: Locator, kind: string): Promise<void> {
  await panel.getByLabel(/^(What to see|看什么)$/).selectOption(kind);
  await expect(panel.locator('[aria-busy=false] figure').first()).toBeVisible();
}

/** The numbers of a sentence, in their order. */
async function numbersOf(sentence: Locator): Promise<number[]> {
  const text = (await sentence.textContent())!;
  return (text.match(/[+−]?\d[\d,.]*\d|[+−]?\d/g) ?? []).map((each) =>
    Number(each.replace('−', '-').replace(/,/g, '')),
  );
}

test('says what there is to do while there is no run and no drawing', async ({ page }) => {
  const panel = await openExplain(page, 'preset=softmax&train=320');
  await expect(panel).toContainText('Press Train');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(panel).toContainText('Draw a digit on the pad above');
  await drawSample(page, 3);
  await expect(panel).toContainText(/At step \d+ it reads \d/);
});

test('contributions of the article’s model add up to the lead, and can be read by keyboard', async ({
  page,
}) => {
  const panel = await explainTrained(page);
  await expect(panel).toContainText(/At step 20 it reads \d, \d+%/);
  await panel.getByLabel('Why a', { exact: true }).selectOption('7');
  await panel.getByLabel('rather than a').selectOption('1');
  await expect(panel).toContainText('Lead of 7 over 1');
  const [places, biases, total] = await numbersOf(panel.getByText(/^Places /));
  expect(places + biases).toBeCloseTo(total, 1);
  const [, , lead] = await numbersOf(panel.getByText(/^Lead of 7 over 1/));
  expect(total).toBe(lead);

  const map = panel.getByRole('application', { name: /^Contributions/ });
  await expect(map.getByRole('img')).toHaveAccessibleName(/Strongest for 7: around row \d+ and column \d+\./);
  await map.focus();
  await map.press('ArrowDown');
  await expect(panel).toContainText(/Row 15, column 15: [+−]?\d[\d.]* logits/);
  await map.press('ArrowRight');
  await map.press('ArrowUp');
  await expect(panel).toContainText(/Row 14, column 16:/);
  await panel.getByText('Strongest places as a table').click();
  await expect(panel.getByRole('table').getByRole('row')).toHaveCount(11);

  // The loudest come first, and all together they are the whole map.
  const filters = panel.getByRole('listitem');
  await expect(filters).toHaveCount(6);
  await panel.getByRole('button', { name: 'Show all 32 filters' }).click();
  await expect(filters).toHaveCount(32);
  const totals = await Promise.all((await filters.all()).map(async (each) => (await numbersOf(each))[1]));
  const sizes = totals.map(Math.abs);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  expect(totals.reduce((sum, each) => sum + each, 0)).toBeCloseTo(places, 1);
});

test('gradients, shares, occlusion, the smallest change and layers, of one digit', async ({ page }) => {
  const panel = await explainTrained(page);
  await look(panel, 'gradient');
  await expect(panel).toContainText('a little more ink at each pixel');
  await expect(panel).toContainText('logits per full ink');

  await look(panel, 'integrated');
  const [sum, change] = await numbersOf(panel.getByText(/^The shares add up/));
  expect(Math.abs(sum - change)).toBeLessThan(0.02);

  await look(panel, 'occlusion');
  await expect(panel.getByRole('img')).toHaveAccessibleName(/logits\.$/);
  await panel.getByLabel('Loss of').selectOption('probability');
  await expect(panel.getByRole('img')).toHaveAccessibleName(/percentage points\.$/);

  await look(panel, 'change');
  await panel.getByLabel('What would make it a').selectOption('9');
  await expect(panel.getByText(/^There the model reads 9, 7[5-9]%/)).toBeVisible();
  const slider = panel.getByRole('slider', { name: 'From your digit to the changed one' });
  await expect(slider).toHaveAttribute('aria-valuetext', '100% of the change');
  await slider.focus();
  await slider.press('Home');
  const [, read] = await numbersOf(panel.getByText(/^At step 20/));
  await expect(panel.getByText(`There the model reads ${String(read)},`)).toBeVisible();
  await expect(panel.getByRole('img', { name: 'The digit at 0% of the change' })).toBeVisible();

  await look(panel, 'layers');
  await expect(panel.getByRole('img', { name: /^Layer 1: 32 maps of 26 × 26/ })).toBeVisible();
  await expect(panel.getByRole('img', { name: /^Weights of 32 filters/ })).toBeVisible();
  await panel.getByLabel('Map', { exact: true }).selectOption('32');
  await expect(panel.getByRole('application', { name: /^1 · convolution · Map 32/ })).toBeVisible();
});

test('an earlier checkpoint is explained in its own words', async ({ page }) => {
  const panel = await explainTrained(page);
  await expect(panel).toContainText('At step 20 it reads');
  await panel.getByLabel('Which weights').selectOption({ index: 1 });
  const slider = panel.getByRole('slider', { name: 'Checkpoint' });
  await slider.focus();
  await slider.press('Home');
  await expect(panel).toContainText('At step 0 it reads');
  await slider.press('End');
  await expect(panel).toContainText('At step 20 it reads');
  await panel.getByLabel('Which weights').selectOption({ index: 0 });
  await expect(panel).toContainText('At step 20 it reads');

  // Where the page has no run, that of the visit before is there.
  await page.reload();
  await page.getByRole('tab', { name: 'Explain' }).click();
  await drawSample(page, 7);
  await expect(panel).toContainText('At step 20 it reads');
  await expect(panel.getByLabel('Which weights')).not.toContainText('The run on this page');
});

test('while a run goes on the explanation follows it', async ({ page }) => {
  const panel = await openExplain(page, 'preset=article&train=60000');
  await drawSample(page, 7);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const reads = panel.getByText(/^At step /);
  await expect(reads).toBeVisible();
  const [first] = await numbersOf(reads);
  await expect.poll(async () => (await numbersOf(reads))[0]).toBeGreaterThan(first);
  await drawSample(page, 1);
  await look(panel, 'occlusion');
  await page.getByRole('button', { name: 'Pause' }).click();
  await expect(page.getByRole('button', { name: 'Resume' })).toBeVisible();
});

test('a model that is no such sum says so, and offers shares instead', async ({ page }) => {
  const panel = await explainTrained(page, { preset: 'lenet' });
  await expect(panel).toContainText('This one has layers in between');
  await panel.getByRole('button', { name: 'Show integrated gradients' }).click();
  await expect(panel).toContainText('The shares add up to');
  await look(panel, 'layers');
  await expect(panel.getByRole('img', { name: /^Layer 6: 256 units/ })).toBeVisible();
});

for (const { locale: language, colorScheme } of looks) {
  test(`no view has accessibility violations: ${language}, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const panel = await explainTrained(page, { language });
    for (const kind of kinds) {
      await look(panel, kind);
      expect(await violations(page)).toEqual([]);
    }
    await page.setViewportSize({ width: 320, height: 640 });
    for (const kind of kinds) {
      await look(panel, kind);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    }
  });
}
