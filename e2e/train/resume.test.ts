import { expect, test } from '@playwright/test';
import type { BrowserContext, Page } from '@playwright/test';
import { finalWeightsHash, recordRunEvents, recordedStep } from './recordRun';
import { workerOf } from './workerOf';

/** A run that is cut short, and how far it has come by then. */
interface Case {
  readonly link: string;
  readonly steps: number;
}

const cases: Record<string, Case> = {
  wasm: { link: './#preset=article&engine=wasm&nodes=2&train=12000&epochs=2&lang=en', steps: 750 },
  cpu: { link: './#preset=softmax&engine=cpu&train=3000&epochs=4&batch=64&lang=en', steps: 188 },
  webgpu: { link: './#preset=softmax&engine=webgpu&train=4000&epochs=4&lang=en', steps: 500 },
};

/** What may happen to a page in the middle of a run. Each leaves a page that is open. */
const accidents: Record<string, (page: Page, context: BrowserContext, link: string) => Promise<Page>> = {
  'a reload': async (page) => {
    await page.reload();
    return page;
  },
  'closing the tab': async (page, context, link) => {
    await page.close();
    return openPage(context, link);
  },
  'the death of its worker': async (page) => {
    const trainer = await workerOf(page, 'trainer');
    await trainer.evaluate(() => {
      setTimeout(() => {
        throw new Error('killed by a test');
      });
    });
    return page;
  },
};

async function openPage(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage();
  await recordRunEvents(page);
  await page.goto(link);
  return page;
}

const train = (page: Page) => page.getByRole('button', { name: 'Train', exact: true }).click();
const offer = (page: Page) => page.getByRole('complementary', { name: 'A run to continue' });

for (const [engine, { link, steps }] of Object.entries(cases)) {
  test(`on ${engine}, a run that was cut short goes on to the same weights, bit for bit`, async ({
    context,
  }) => {
    const undisturbed = await openPage(context, link);
    await train(undisturbed);
    const expected = await finalWeightsHash(undisturbed);
    await undisturbed.close();

    let page = await openPage(context, link);
    await train(page);
    for (const [name, happen] of Object.entries(accidents)) {
      await test.step(name, async () => {
        const before = await recordedStep(page);
        // Anywhere in what is left, with room for the accidents to come.
        const step = before + Math.ceil((Math.random() * (steps - before)) / 5);
        await expect
          .poll(() => recordedStep(page), { intervals: [20], timeout: 60_000 })
          .toBeGreaterThanOrEqual(step);
        page = await happen(page, context, link);
        await expect(offer(page)).toContainText(`of ${steps}`);
        await page.getByRole('button', { name: 'Continue', exact: true }).click();
        await expect(offer(page)).toBeHidden();
      });
    }
    expect(await finalWeightsHash(page)).toBe(expected);
    await expect(page.getByRole('region', { name: 'Test result' })).toContainText('Accuracy:');
    await page.close();
  });
}
