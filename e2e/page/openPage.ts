import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { AxeResults } from 'axe-core';
import type { FakeTrainerOptions } from './fakeTrainer';
import { installFakeTrainer, usualFake } from './fakeTrainer';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Opens the page with a fake trainer, which has answered when this resolves. */
export async function openPage(page: Page, hash = '', fake: Partial<FakeTrainerOptions> = {}): Promise<void> {
  await page.addInitScript(installFakeTrainer, { ...usualFake, ...fake });
  await page.goto(`./${hash}`);
  await expect(page.locator('header').getByRole('status').first()).toContainText('WASM');
}

/** WCAG violations as axe-core sees them, in a form that is readable when a test fails. */
export async function violations(page: Page): Promise<string[]> {
  // Evaluated by the debugger, which the page's content security policy does not bind.
  await page.evaluate(axeSource);
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
    return axe.run();
  });
  return results.violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
}
