import { expect, type Page } from '@playwright/test';

/** What Chromium says of a piece of work, or of a thread. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly args: { readonly name?: string };
  /** Processor time of the thread (µs); missing where the trace began or ended meanwhile. */
  readonly tdur?: number;
}

/**
 * From now on, how long the processor worked on the longest task of the main thread (ms). Its time on the wall would belong to
 * whatever else the machine does.
 */
export async function watchTasks(page: Page): Promise<() => Promise<number>> {
  const browser = page.context().browser()!;
  await browser.startTracing(page, { categories: ['toplevel'] });
  return async () => {
    const trace = (await browser.stopTracing()).toString();
    const { traceEvents } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
    const mains = traceEvents.filter(({ args }) => args.name === 'CrRendererMain');
    const tasks = traceEvents.filter(
      ({ name, pid, tid }) =>
        name.endsWith('RunTask') && mains.some((main) => main.pid === pid && main.tid === tid),
    );
    expect(tasks.length).toBeGreaterThan(20);
    return Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1000;
  };
}
