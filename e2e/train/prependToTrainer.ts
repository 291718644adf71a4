import type { Page } from '@playwright/test';

/** From now on the trainer's workers run this before their own script. */
export async function prependToTrainer(page: Page, script: string): Promise<void> {
  await page.route('**/trainer.worker*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${script}\n${await response.text()}` });
  });
}
