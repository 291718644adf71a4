import { runnerImport } from 'vite';

/**
 * @typedef {import('playwright').Page} Page
 * @typedef {import('../../src/persistence/archive').StoredRun} StoredRun
 */

export const RUNS = 100;

/** Of the article's model: its weights and Adam's two means. */
export const CHECKPOINT_BYTES = 2_600_000;

/**
 * Fills the stores that the page has made.
 *
 * @param {Page} page
 * @param {string} address
 * @param {number} points
 */
export async function keepRuns(page, address, points) {
  await page.goto(address);
  await page.getByRole('tabpanel', { name: 'Timeline' }).waitFor();
  // Of the same origin, and without the page.
  await page.goto(`${address}icon.svg`);
  await page.evaluate(fillStores, { runs: await exampleRuns(points), byteCount: CHECKPOINT_BYTES });
}

/** @param {number} points @returns {Promise<StoredRun[]>} newest first */
async function exampleRuns(points) {
  /** @type {typeof import('../../src/training/config')} */
  const { articleConfig } = (await runnerImport('/src/training/config.ts', { configFile: false })).module;
  const batchSize = 30;
  const imageCount = Math.min(60_000, batchSize * Math.ceil(points / 5));
  const epochs = Math.ceil((points * batchSize) / imageCount);
  return Array.from({ length: RUNS }, (_, index) => {
    const learningRate = [0.0003, 0.001, 0.003][index % 3];
    const schedule = index % 2 ? 'cosine' : 'constant';
    return {
      key: `run ${index}`,
      name: `Attempt ${RUNS - index}`,
      config: { ...articleConfig, learningRate, schedule, seed: index, batchSize, imageCount, epochs },
      parent: null,
      computedBy: { name: 'wasm', device: 'WebAssembly', nodes: 2 },
      startedAt: Date.now() - (index + 1) * 3_600_000,
      status: 'done',
      step: points,
      trainingMs: points * (1.5 + index / 100),
      lastLoss: 0.05,
      result: { accuracy: 0.9812, loss: 0.0625, correct: 9812, imageCount: 10_000 },
      weightsHash: '0123456789abcdef'.repeat(4),
      deletedAt: null,
    };
  });
}

/**
 * Runs in a document that has no script.
 *
 * @param {{ runs: StoredRun[], byteCount: number }} kept
 */
async function fillStores({ runs, byteCount }) {
  // Nobody opens it; like weights, it cannot be compressed.
  const file = Uint8Array.from({ length: byteCount }, () => 256 * Math.random());
  /** @type {IDBDatabase} */
  const database = await new Promise((resolve, reject) => {
    const request = indexedDB.open('gradpad');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  for (const [index, run] of runs.entries()) {
    const { key, step } = run;
    const steps = Array.from({ length: step }, (_, i) => i / step);
    // It falls from 2.3, to another floor and at another pace than its neighbours, and every batch is another.
    const losses = steps.map(
      (part) =>
        (0.03 + 0.01 * (index % 7) + 2.27 * Math.exp(-part * (9 + (index % 5)))) * (0.5 + Math.random()),
    );
    const history = {
      losses: Float32Array.from(losses),
      correct: Uint32Array.from(losses, (loss) => Math.round(run.config.batchSize * Math.exp(-loss / 2))),
      stepEndsMs: Float32Array.from(steps, (part) => part * run.trainingMs),
    };
    const transaction = database.transaction(database.objectStoreNames, 'readwrite');
    transaction.objectStore('runs').put(run);
    transaction.objectStore('histories').put(history, key);
    transaction.objectStore('checkpoints').put({ runKey: key, step, byteCount, savedAt: run.startedAt });
    transaction.objectStore('checkpointFiles').put(file, [key, step]);
    await new Promise((resolve, reject) => {
      transaction.oncomplete = resolve;
      transaction.onabort = () => reject(transaction.error);
    });
  }
  database.close();
}
