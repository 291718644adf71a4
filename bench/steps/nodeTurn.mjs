/**
 * A process for one turn: takes one request and gives one answer, by messages. The contestants are those of the browser, in a
 * world that has of a browser what they need.
 */
import { availableParallelism } from 'node:os';
import { createServer } from 'vite';
import { root } from '../../scripts/root.mjs';

/** A name that no checker follows: the project does without, and does not install it. */
const DAWN = 'webgpu';

process.once('disconnect', () => process.exit());
process.once('message', async (request) => {
  const server = await createServer({
    configFile: false,
    root,
    appType: 'custom',
    logLevel: 'warn',
    optimizeDeps: { noDiscovery: true },
    server: { host: '127.0.0.1', port: 4196, hmr: false, watch: null },
  });
  await server.listen();
  const address = server.resolvedUrls?.local[0] ?? '';
  /** @param {unknown} message */
  const answer = (message) => process.send?.(message);

  // A request without a contestant is for the model alone.
  const { preset, contestant } = /** @type {import('./turn').TurnRequest} */ (request);
  if (contestant === undefined) {
    answer((await server.ssrLoadModule('/bench/steps/describeModel.ts')).describeModel(preset));
    return;
  }
  try {
    await becomeWorker(address, answer);
    await server.ssrLoadModule('/bench/steps/turn.worker.ts');
    self.onmessage?.(new MessageEvent('message', { data: request }));
  } catch (error) {
    answer({ failure: error instanceof Error ? error.message : String(error) });
  }
});

/**
 * Gives this process what a worker with WebGPU has.
 *
 * @param {string} address of its page
 * @param {(message: unknown) => void} postMessage
 */
async function becomeWorker(address, postMessage) {
  const { create, globals } = await import(DAWN).catch(() => {
    throw new Error(`Dawn for Node is missing: npm install --no-save ${DAWN}`);
  });
  const fetchAbsolute = fetch;
  Object.assign(globalThis, globals, {
    self: globalThis,
    location: new URL(address),
    postMessage,
    fetch: (/** @type {string | URL} */ url, /** @type {RequestInit} */ options) =>
      fetchAbsolute(new URL(url, address), options),
  });
  const navigator = { gpu: create([]), hardwareConcurrency: availableParallelism(), userAgent: 'Node' };
  Object.defineProperty(globalThis, 'navigator', { value: navigator });

  // Dawn for Node does not take a DataView.
  GPUQueue.prototype.writeBuffer = new Proxy(GPUQueue.prototype.writeBuffer, {
    apply(method, queue, [buffer, place, data, ...range]) {
      const isView = data instanceof DataView;
      const bytes = isView ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : data;
      return Reflect.apply(method, queue, [buffer, place, bytes, ...range]);
    },
  });
}
