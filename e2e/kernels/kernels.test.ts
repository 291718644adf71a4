import { expect, test } from '@playwright/test';
import type { Way } from './trainedBits';

test.beforeEach(({ page }) => page.goto('./'));

/** Shapes to try each kernel with: fewer where a pipeline takes long to compile. */
const kernels: Record<string, number> = {
  gather: 60,
  drawDistortions: 30,
  gatherDistorted: 20,
  convolve: 20,
  convolveBack: 15,
  weightGradient: 20,
  dense: 25,
  denseBack: 20,
  maxPool: 60,
  maxPoolBack: 60,
  activate: 60,
  dropOut: 60,
  loss: 3,
  update: 100,
  convolutionLogits: 10,
  convolutionLogitsBack: 6,
};

test('every kernel is checked', async ({ page }) => {
  expect(await page.evaluate(() => window.kernelNames)).toEqual(Object.keys(kernels));
});

for (const [name, runs] of Object.entries(kernels)) {
  test(`${name} computes what its reference computes`, async ({ page }) => {
    expect(await page.evaluate(([name, runs]) => window.checkKernel(name, runs), [name, runs] as const)).toBe(
      null,
    );
  });
}

test('the WebGPU engine computes what the reference computes, on any model', async ({ page }) => {
  expect(await page.evaluate(() => window.compareWithReference(12))).toBe(null);
});

test('the WebGPU engine distorts images to the last bit', async ({ page }) => {
  expect(await page.evaluate(() => window.checkDistortion(5))).toBe(null);
});

test('the WebGPU engine gives back the state it was given, bit for bit, and goes on from it alike', async ({
  page,
}) => {
  expect(await page.evaluate(() => window.checkStates(5))).toBe(null);
});

/** What must not change a bit, together and apart. */
const ways: readonly Omit<Way, 'model'>[] = [
  { workgroup: 64, atOnce: true },
  { workgroup: 64, atOnce: false },
  { workgroup: 128, atOnce: true },
  { workgroup: 256, atOnce: false },
];

for (const model of ['article', 2, 8] as const) {
  const name = model === 'article' ? "The article's model" : `Generated model ${model}`;
  test(`${name} trains to the same bits, however it is done`, async ({ page }) => {
    const bits: string[] = [];
    for (const way of ways) {
      bits.push(await page.evaluate((each) => window.trainedBits(each), { ...way, model }));
    }
    expect(bits).toEqual(ways.map(() => bits[0]));
  });
}
