import { chromium } from 'playwright';
import { chromiumOptions } from '../../scripts/chromiumOptions.mjs';
import { servePage } from '../../scripts/servePage.mjs';
import { forgetPeak, peakMegabytes, residentMegabytes } from './peakMemory.mjs';

/** @typedef {import('./turn').TurnRequest} TurnRequest */
/** @typedef {import('./turn').TurnReport} TurnReport */

/**
 * Peak memory of a turn (MB): of the process the contestant lives in, and what Chromium's graphics process, which all
 * share, grew by at most. Null where the system does not tell.
 *
 * @typedef {{ processMegabytes: number | null, graphicsMegabytes: number | null }} Memory
 */

/** A contestant that has not answered for so long will not. */
export const TURN_LIMIT_MS = 300_000;

/**
 * What a machine with a graphics card needs instead of the software adapters. Chromium on Linux reaches the card through Vulkan,
 * which without a window has no surface.
 */
const HARDWARE_GPU = ['--enable-features=Vulkan', '--use-angle=vulkan', '--disable-vulkan-surface'];

/**
 * Opens the one Chromium of a run.
 *
 * @param {{ gpu: 'software' | 'hardware' }} options
 */
export async function openBrowserTurns({ gpu }) {
  const args =
    gpu === 'software'
      ? chromiumOptions.args
      : [
          ...chromiumOptions.args.filter((arg) => !arg.includes('swiftshader')),
          ...(process.platform === 'linux' ? HARDWARE_GPU : []),
        ];
  const server = await servePage(import.meta.dirname, 4195);
  const browser = await chromium.launch({ ...chromiumOptions, args });
  const session = await browser.newBrowserCDPSession();

  /** @param {string} type @returns {Promise<number[]>} */
  async function processIds(type) {
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    return processInfo.filter((process) => process.type === type).map(({ id }) => id);
  }

  /** Processes of earlier turns, which may take a moment to end. @type {Set<number>} */
  const earlier = new Set();

  /**
   * Each turn has a page, and so a process, of its own.
   *
   * @template Result
   * @param {(page: import('playwright').Page) => Promise<Result>} use
   * @returns {Promise<{ result: Result, peak: number | null }>} the peak of the page's process (MB)
   */
  async function withPage(use) {
    const page = await browser.newPage();
    try {
      await page.goto(server.address);
      const result = await use(page);
      // Chromium keeps a renderer in store, too; the one that worked has the greatest peak.
      const [busiest] = (await processIds('renderer'))
        .filter((pid) => !earlier.has(pid))
        .map((pid) => ({ pid, peak: peakMegabytes(pid) ?? 0 }))
        .sort((a, b) => b.peak - a.peak);
      earlier.add(busiest.pid);
      return { result, peak: busiest.peak || null };
    } finally {
      await page.close();
    }
  }

  return {
    version: `Chromium ${browser.version()}`,

    /** What a page that trains nothing takes. */
    idleMegabytes: async () => (await withPage(async () => undefined)).peak,

    /**
     * The model of the turns, as a contestant outside the browser needs it.
     *
     * @param {TurnRequest['preset']} preset
     */
    async describeModel(preset) {
      const { result } = await withPage((page) =>
        page.evaluate((name) => window.describeModel(name), preset),
      );
      return result;
    },

    /**
     * @param {TurnRequest} request
     * @returns {Promise<{ report: TurnReport, memory: Memory }>}
     * @throws what kept the contestant from its turn
     */
    async take(request) {
      const [graphics] = await processIds('GPU');
      if (graphics !== undefined) forgetPeak(graphics);
      const before = graphics === undefined ? null : residentMegabytes(graphics);
      const { result, peak } = await withPage((page) =>
        page.evaluate(
          ([asked, limitMs]) => window.takeTurn(asked, limitMs),
          /** @type {const} */ ([request, TURN_LIMIT_MS]),
        ),
      );
      if ('failure' in result) throw new Error(result.failure);
      const after = graphics === undefined ? null : peakMegabytes(graphics);
      return {
        report: result,
        memory: {
          processMegabytes: peak,
          graphicsMegabytes: before === null || after === null ? null : after - before,
        },
      };
    },

    async close() {
      await browser.close();
      await server.close();
    },
  };
}
