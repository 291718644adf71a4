import { fork } from 'node:child_process';
import { TURN_LIMIT_MS } from './browserTurns.mjs';
import { peakMegabytes } from './peakMemory.mjs';

/** @typedef {import('./turn').TurnRequest} TurnRequest */

/** Opens what openBrowserTurns opens, in Node with Dawn, the WebGPU of Chromium. */
export function openNodeTurns() {
  /**
   * Each turn has a process of its own (nodeTurn.mjs).
   *
   * @param {TurnRequest | Pick<TurnRequest, 'preset'>} request
   * @returns {Promise<{ answer: any, peak: number | null }>} the peak of the process (MB)
   */
  const ask = (request) =>
    new Promise((resolve, reject) => {
      const child = fork(new URL('./nodeTurn.mjs', import.meta.url), { timeout: TURN_LIMIT_MS });
      child.once('message', (answer) => {
        resolve({ answer, peak: peakMegabytes(Number(child.pid)) });
        child.kill();
      });
      child.once('close', (code, signal) => reject(new Error(`its process ended (${signal ?? code})`)));
      child.send(request);
    });

  return {
    version: `Node ${process.version}, Dawn`,
    idleMegabytes: async () => null,

    /** @param {TurnRequest['preset']} preset */
    describeModel: async (preset) => (await ask({ preset })).answer,

    /**
     * @param {TurnRequest} request
     * @returns {Promise<{ report: import('./turn').TurnReport, memory: import('./browserTurns.mjs').Memory }>}
     * @throws what kept the contestant from its turn
     */
    async take(request) {
      const { answer, peak } = await ask(request);
      if ('failure' in answer) throw new Error(answer.failure);
      return { report: answer, memory: { processMegabytes: peak, graphicsMegabytes: null } };
    },

    close: async () => undefined,
  };
}
