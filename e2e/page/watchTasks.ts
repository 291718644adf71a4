import type { Page } from '@playwright/test';

/** From now on, how long the longest task of the main thread was (ms); 0 as long as none took more than 50. */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const longest = await page.evaluateHandle(() => {
    const found = { ms: 0 };
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) found.ms = Math.max(found.ms, duration);
    }).observe({ entryTypes: ['longtask'] });
    return found;
  });
  return () => longest.evaluate(({ ms }) => ms);
}
