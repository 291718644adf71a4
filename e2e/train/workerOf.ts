import { expect, type Page, type Worker } from '@playwright/test';

/** The page's newest worker of that kind. Playwright hears of a worker only a while after it was started. */
export async function workerOf(page: Page, kind: 'trainer' | 'node'): Promise<Worker> {
  const newest = () => page.workers().findLast((worker) => worker.url().includes(`${kind}.worker`));
  await expect.poll(newest).toBeDefined();
  return newest()!;
}
