import type { Page } from '@playwright/test';
import type { FromTrainer, RunEvent } from '../../src/worker/protocol';

declare global {
  interface Window {
    recordedEvents: RunEvent[];
  }
}

/** From now on, pages keep every event their trainer sends in `window.recordedEvents`. */
export async function recordRunEvents(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.recordedEvents = [];
    const RealWorker = window.Worker;
    window.Worker = class extends RealWorker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        this.addEventListener('message', ({ data }: MessageEvent<FromTrainer>) => {
          if (data.kind === 'event') window.recordedEvents.push(data.event);
        });
      }
    };
  });
}

/** The loss of every step so far. */
export function recordedLosses(page: Page): Promise<number[]> {
  return page.evaluate(() =>
    window.recordedEvents.flatMap((event) => (event.type === 'steps' ? Array.from(event.losses) : [])),
  );
}

/** Steps completed by the run, with those done before the page was opened. */
export function recordedStep(page: Page): Promise<number> {
  return page.evaluate(() => {
    const last = window.recordedEvents.findLast((event) => event.type === 'steps');
    return last ? last.firstStep + last.losses.length : 0;
  });
}

/** Waits for the end of the run. @returns SHA-256 of its final weights */
export async function finalWeightsHash(page: Page): Promise<string> {
  const handle = await page.waitForFunction(
    () => window.recordedEvents.find((event) => event.type === 'done')?.weightsHash,
    null,
    { timeout: 90_000 },
  );
  return (await handle.jsonValue())!;
}
