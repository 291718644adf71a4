import { expect, type Page, test } from '@playwright/test';
import { prependToTrainer } from './prependToTrainer';
import { recordRunEvents, recordedLosses } from './recordRun';

/** Every engine, on the adapters that Chromium computes in software where the machine has no other. */
const labels = {
  wasm: 'WASM',
  'tfjs-wasm': 'WASM \\(TensorFlow.js\\)',
  cpu: 'CPU',
  webgl: 'WebGL',
  webgpu: 'WebGPU',
  'tfjs-webgpu': 'WebGPU \\(TensorFlow.js\\)',
};

test('every engine gives the same first losses', async ({ page }) => {
  test.setTimeout(480_000);
  await recordRunEvents(page);
  const losses = new Map<string, number[]>();
  for (const [engine, label] of Object.entries(labels)) {
    await page.goto(
      `./?engine=${engine}#preset=article&train=64&batch=16&epochs=1000&seed=5&engine=${engine}&lang=en`,
    );
    for (let step = 1; step <= 3; step++) {
      await page.getByRole('button', { name: 'Step', exact: true }).click();
      await expect
        .poll(() => recordedLosses(page).then((all) => all.length), { timeout: 120_000 })
        .toBe(step);
    }
    await expect(page.getByRole('status', { name: 'Device' })).toHaveText(new RegExp(`^${label}`));
    losses.set(engine, await recordedLosses(page));
  }
  const reference = losses.get('cpu')!;
  for (const [engine, values] of losses) {
    values.forEach((loss, step) => {
      expect(Math.abs(loss - reference[step]), `${engine}, step ${step}`).toBeLessThan(1e-4);
    });
  }
});

test('auto never takes a software adapter and says why', async ({ page }) => {
  await page.goto('./#engine=auto&lang=en');
  await expect(page.getByRole('status', { name: 'Device' })).toHaveText(/^WASM/);
  await page.getByText('Why this engine?').click();
  await expect(page.getByText(/WebGPU here is emulated in software/)).toBeVisible();
  await expect(page.getByText(/WebGL here is emulated in software/)).toBeVisible();
});

async function skipOnOneCore(page: Page): Promise<void> {
  test.skip((await page.evaluate(() => navigator.hardwareConcurrency)) < 2, 'this machine has one core');
}

async function trainAndAskWhy(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Test result' })).toContainText('Accuracy:', {
    timeout: 60_000,
  });
  await page.getByText('Why this engine?').click();
  await expect(page.getByRole('dialog').getByRole('table').first()).toBeVisible();
}

/** A line for each number of nodes of our WASM engine that was measured. */
function measuredNodes(page: Page): Promise<string[]> {
  return page
    .getByRole('dialog')
    .getByRole('row', { name: /^WASM \d/ })
    .allInnerTexts();
}

test('auto measures engine and nodes once, shows the times, and knows them after a reload', async ({
  page,
}) => {
  await skipOnOneCore(page);
  await page.goto('./#train=2000&epochs=1&lang=en');
  await trainAndAskWhy(page);
  const measured = await measuredNodes(page);
  expect(measured.length).toBeGreaterThanOrEqual(2);
  for (const row of measured) expect(row).toMatch(/^WASM\s+\d\s+\d+(\.\d+)?$/);
  await page.reload();
  await trainAndAskWhy(page);
  expect(await measuredNodes(page)).toEqual(measured);
  // One kernel was enough to know that it is slower.
  await expect(page.getByRole('dialog').getByRole('row', { name: /^WebGPU – ≈ \d/ })).toBeVisible();
  await expect(page.getByText(/WebGL here is emulated in software/)).toBeVisible();

  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByText('Why this engine?').click();
  await page.getByRole('button', { name: 'Measure all engines' }).click();
  for (const name of [/^WASM \(TensorFlow.js\) 1/, /^CPU 1/, /^WASM 2/]) {
    await expect(page.getByRole('dialog').getByRole('row', { name })).toBeVisible({ timeout: 60_000 });
  }

  // A run that is started meanwhile waits until the device is free.
  await page.getByRole('button', { name: 'Measure all engines' }).click();
  await page.keyboard.press('Escape');
  await trainAndAskWhy(page);
});

test('auto compares two numbers of nodes however slow the device is', async ({ page }) => {
  await skipOnOneCore(page);
  // To the trainer everything takes a hundred times as long: after the first measurement no time is left.
  await prependToTrainer(
    page,
    `const now = performance.now.bind(performance); performance.now = () => 100 * now();`,
  );
  await page.goto('./#train=2000&epochs=1&lang=en');
  await trainAndAskWhy(page);
  expect(await measuredNodes(page)).toHaveLength(2);
});

/** What a browser lacks, taken away inside the worker before its script runs; what is used then, and how that is said. */
const noGraphics = `Object.defineProperty(navigator, 'gpu', { value: undefined }); self.OffscreenCanvas = undefined;`;
const shortages: Record<string, { script: string; device: RegExp; says: readonly RegExp[] }> = {
  'WebGPU and WebGL': {
    script: noGraphics,
    device: /^WASM · /,
    says: [/does not offer WebGPU/, /does not offer WebGL/],
  },
  'WebGPU, WebGL and WASM': {
    script: `${noGraphics} self.WebAssembly = undefined;`,
    device: /^CPU/,
    says: [/does not offer WebGPU/, /does not offer WebGL/, /does not offer WASM/],
  },
  'WASM that is right': {
    // Every product is one too large.
    script: `const real = WebAssembly.instantiate; WebAssembly.instantiate = async (...given) => {
      const made = await real(...given);
      if (!made.exports?.multiply12) return made;
      const { multiply12 } = made.exports;
      const heap = () => new Float32Array(given[1].env.memory.buffer);
      return { exports: { ...made.exports, multiply12: (...to) => { multiply12(...to); heap()[to[10] / 4] += 1; } } };
    };`,
    device: /^WASM \(TensorFlow.js\)/,
    says: [/WASM computes wrongly on this device: /],
  },
  SIMD: {
    script: `const { validate } = WebAssembly; WebAssembly.validate = (bytes) => bytes.length > 100 && validate(bytes);`,
    device: /^WASM \(TensorFlow.js\)/,
    says: [/no vector instructions \(SIMD\) for WASM/],
  },
};

for (const [missing, { script, device, says }] of Object.entries(shortages)) {
  test(`without ${missing} the page says so and trains on the next engine`, async ({ page }) => {
    await prependToTrainer(page, script);
    // With WebGPU and WebGL wished away, too, WASM would be next.
    const engine = missing.startsWith('WebGPU') ? 'webgpu' : 'wasm';
    const nodes = engine === 'wasm' ? '&nodes=1' : '';
    await page.goto(`./#preset=softmax&train=200&epochs=1&engine=${engine}${nodes}&lang=en`);
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Test result' })).toContainText('Accuracy:', {
      timeout: 60_000,
    });
    await expect(page.getByRole('status', { name: 'Device' })).toHaveText(device);
    await page.getByText('Why this engine?').click();
    for (const sentence of says) await expect(page.getByText(sentence).first()).toBeVisible();
  });
}

/** Without these our engine goes on with one node, and says why. */
const withoutThreads: Record<string, string> = {
  'memory that threads share': `const Real = WebAssembly.Memory; WebAssembly.Memory = function (given) {
    if (given.shared) throw new RangeError('could not allocate memory');
    return new Real(given);
  };`,
  'workers of a worker': `self.Worker = function () { throw new Error('no more workers'); };`,
};

for (const [missing, script] of Object.entries(withoutThreads)) {
  test(`without ${missing} one node does it all, and the page says so`, async ({ page }) => {
    await prependToTrainer(page, script);
    await page.goto('./#preset=softmax&train=2000&epochs=1&engine=wasm&nodes=3&lang=en');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Test result' })).toContainText('Accuracy:', {
      timeout: 60_000,
    });
    await expect(page.getByRole('status', { name: 'Device' })).toHaveText(/^WASM · .*1 node$/);
    await expect(
      page.getByText(/2 nodes could not be started \(.*(allocate memory|no more workers)/),
    ).toBeVisible();
  });
}
