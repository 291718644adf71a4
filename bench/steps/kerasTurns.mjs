import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { forgetPeak, peakMegabytes } from './peakMemory.mjs';

/** @typedef {import('./turn').TurnReport} TurnReport */

/**
 * Starts native Keras (kerasSteps.py), which waits between its turns.
 *
 * @param {string} python a Python with TensorFlow
 * @throws why it could not be started
 */
export async function openKerasTurns(python) {
  const startedAt = performance.now();
  const child = spawn(python, [`${import.meta.dirname}/kerasSteps.py`], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.setEncoding('utf8').on('data', (text) => (complaints += text));
  /** @type {Promise<never>} */
  const ended = new Promise((_, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      // The last line of a traceback says what went wrong.
      const complaint = complaints.trim().split('\n').at(-1);
      reject(new Error(`Keras ended (${code}): ${complaint}`));
    });
    // Writing to a process that has ended says so too; why it ended is the better word.
    child.stdin.once('error', () => undefined);
  });
  // Also where nobody waits for an answer just then.
  ended.catch(() => undefined);
  const lines = createInterface({ input: child.stdout });
  const nextAnswer = async () => JSON.parse((await Promise.race([once(lines, 'line'), ended]))[0]);

  /** @type {{ keras: string, tensorflow: string }} */
  const versions = await nextAnswer();
  return {
    versions: { ...versions, startMs: performance.now() - startedAt },

    /**
     * @param {Record<string, unknown>} request as kerasSteps.py reads it
     * @returns {Promise<{ report: TurnReport, memory: import('./browserTurns.mjs').Memory }>}
     * @throws what kept it from its turn
     */
    async take(request) {
      const pid = child.pid;
      if (pid === undefined || child.exitCode !== null) await ended;
      forgetPeak(Number(pid));
      const answer = nextAnswer();
      child.stdin.write(`${JSON.stringify(request)}\n`);
      const report = await answer;
      if ('failure' in report) throw new Error(report.failure);
      return { report, memory: { processMegabytes: peakMegabytes(Number(pid)), graphicsMegabytes: null } };
    },

    close: () => child.kill(),
  };
}
