/**
 * node bench/lastStroke.mjs [--preset article] [--engine wasm] [--nodes auto] [--drawings 200]
 *
 * How long a visitor waits, while the model trains, from the last move of the pen to the guess about all that was drawn: until the page has
 * it, and until it is painted. Build first (npm run build).
 */
import { parseArgs } from 'node:util';
import { drawOnPad } from './drawings/drawOnPad.mjs';
import { createWriter } from './drawings/writers.mjs';
import { openBuiltPage } from './openBuiltPage.mjs';

const { values: options } = parseArgs({
  options: {
    preset: { type: 'string', default: 'article' },
    engine: { type: 'string', default: 'wasm' },
    nodes: { type: 'string', default: 'auto' },
    drawings: { type: 'string', default: '200' },
  },
});

/** From point to point: a mouse tells where it is 125 times a second. */
const INTERVAL_MS = 8;

const { context, address, close } = await openBuiltPage();
const page = await context.newPage();
await page.addInitScript(observePen);
const { preset, engine, nodes } = options;
await page.goto(
  `${address}#preset=${preset}&seed=1&engine=${engine}&nodes=${nodes}&epochs=50&train=60000&lang=en`,
);
const device = page.getByRole('status', { name: 'Device' });
await device.filter({ hasText: '·' }).waitFor();
const writer = createWriter(1);
await drawOnPad(page, writer.draw(0));
await page.getByRole('button', { name: 'Train', exact: true }).click();
// Readings come with reports of training, which have begun then.
await page.waitForFunction(() => window.penReadings.length > 20, null, { timeout: 0 });

const waits = [];
for (let i = 0; i < Number(options.drawings); i++) {
  await drawOnPad(page, writer.draw(i % 10), INTERVAL_MS);
  // Whatever is drawn is asked about within a frame or two.
  await page.waitForTimeout(100);
  const found = await page.waitForFunction(lastWait, null, { timeout: 10_000 });
  const wait = await found.jsonValue();
  if (wait) waits.push(wait);
}
console.log(`${waits.length} drawings while ${preset} trains on ${await device.innerText()}`);
print(
  'until the page has the guess',
  waits.map(({ answeredMs }) => answeredMs),
);
print(
  'until it is painted',
  waits.map(({ paintedMs }) => paintedMs),
);
await close();

/** @param {string} what @param {number[]} ms */
function print(what, ms) {
  ms.sort((a, b) => a - b);
  const [median, p95] = [0.5, 0.95].map((part) => ms[Math.floor(part * (ms.length - 1))].toFixed(0));
  console.log(`  ${what}: median ${median} ms, p95 ${p95} ms, longest ${ms[ms.length - 1].toFixed(0)} ms`);
}

/** Runs in the page before its scripts. */
function observePen() {
  window.penReadings = [];
  addEventListener(
    'pointermove',
    ({ buttons, timeStamp }) => {
      if (buttons) window.lastPenMove = timeStamp;
    },
    true,
  );
  const RealWorker = window.Worker;
  window.Worker = class extends RealWorker {
    /** @type {Map<number, string>} */
    asked = new Map();
    /** @param {string | URL} url @param {WorkerOptions} [options] */
    constructor(url, options) {
      super(url, options);
      this.addEventListener('message', ({ data }) => {
        const digit = data.kind === 'reply' ? this.asked.get(data.id) : undefined;
        if (digit === undefined) return;
        this.asked.delete(data.id);
        const reading = { digit, answeredAt: performance.now(), paintedAt: Infinity };
        window.penReadings.push(reading);
        requestAnimationFrame(() => {
          // The first task after a frame.
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => (reading.paintedAt = performance.now());
          port2.postMessage(null);
        });
      });
    }
    /** @param {any} message */
    postMessage(message) {
      if (message.kind === 'request' && message.name === 'predict') {
        window.digitAsked = message.ask.digit.join();
        this.asked.set(message.id, window.digitAsked);
      }
      super.postMessage(message);
    }
  };
}

/** Runs in the page: how long the drawing's first reading took; null as long as it is not painted. */
function lastWait() {
  const reading = window.penReadings.find(({ digit }) => digit === window.digitAsked);
  if (!reading || reading.paintedAt === Infinity) return null;
  window.penReadings.length = 0;
  const { answeredAt, paintedAt } = reading;
  return { answeredMs: answeredAt - window.lastPenMove, paintedMs: paintedAt - window.lastPenMove };
}
