/**
 * npm run bench [-- --models article,lenet --batches 32,128,512 --engines wasm:1,wasm:2,tfjs-wasm,… --rounds 3]
 *
 * How long a training step takes on each engine (`wasm:2` is two nodes), side by side in one Chromium. Engines take turns, so that whatever else the
 * machine does meets them all alike. Prints a table and writes every sample to bench/results/.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumOptions } from '../scripts/chromiumOptions.mjs';
import { root } from '../scripts/root.mjs';
import { servePage } from '../scripts/servePage.mjs';

const { values: options } = parseArgs({
  options: {
    models: { type: 'string', default: 'article,lenet' },
    batches: { type: 'string', default: '32,128,512' },
    engines: { type: 'string', default: 'wasm:1,wasm:2,tfjs-wasm,cpu,webgl,webgpu' },
    rounds: { type: 'string', default: '3' },
  },
});

/** One turn of an engine; those whose step takes seconds get few. */
const turns = {
  wasm: { groupSteps: 10, warmUpGroups: 2, groups: 8 },
  'tfjs-wasm': { groupSteps: 1, warmUpGroups: 2, groups: 8 },
  cpu: { groupSteps: 1, warmUpGroups: 0, groups: 1 },
  webgl: { groupSteps: 1, warmUpGroups: 1, groups: 2 },
  webgpu: { groupSteps: 1, warmUpGroups: 0, groups: 1 },
};

/** @param {string} list */
const parts = (list) => list.split(',');

const server = await servePage(`${root}bench/steps`, 4195);
const browser = await chromium.launch(chromiumOptions);
const page = await browser.newPage();
await page.goto(server.address);

const rows = [];
for (const preset of parts(options.models)) {
  for (const batchSize of parts(options.batches).map(Number)) {
    const samples = new Map(parts(options.engines).map((engine) => [engine, /** @type {number[]} */ ([])]));
    const first = new Map();
    for (let round = 0; round < Number(options.rounds); round++) {
      for (const [engine, all] of samples) {
        const [name, nodes = '1'] = engine.split(':');
        const turn = turns[/** @type {keyof typeof turns} */ (name)];
        const request = /** @type {any} */ ({
          engine: name,
          nodes: Number(nodes),
          preset,
          batchSize,
          ...turn,
        });
        const report = await page.evaluate((asked) => window.measureSteps(asked), request);
        if ('failure' in report) throw new Error(`${engine}: ${report.failure}`);
        all.push(...report.stepMs);
        if (round === 0) first.set(engine, report.firstStepMs);
      }
    }
    for (const [engine, all] of samples) {
      const [low, middle, high] = quartiles(all);
      rows.push({
        preset,
        batchSize,
        engine,
        medianMs: middle,
        lowMs: low,
        highMs: high,
        firstStepMs: first.get(engine),
        samplesMs: all,
      });
      console.log(
        `${preset.padEnd(8)} batch ${String(batchSize).padStart(3)}  ${engine.padEnd(10)} ${middle.toFixed(2).padStart(9)} ms/step  (quartiles ${low.toFixed(2)}–${high.toFixed(2)}, first step after ${first.get(engine).toFixed(0)} ms)`,
      );
    }
  }
}
await browser.close();
await server.close();

await mkdir(`${root}bench/results`, { recursive: true });
const machine = { processor: cpus()[0].model, cores: cpus().length, chromium: browser.version() };
await writeFile(`${root}bench/results/steps.json`, JSON.stringify({ machine, rows }, null, 1));

/** @param {number[]} values @returns {[number, number, number]} */
function quartiles(values) {
  const sorted = [...values].sort((a, b) => a - b);
  /** @param {number} share */
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return [at(0.25), at(0.5), at(0.75)];
}
