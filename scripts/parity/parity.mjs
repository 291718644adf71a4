/**
 * npm run parity -- DIR [--engine wasm,cpu,…] [--steps N] [--nodes N] [--case NAME,…]
 *
 * Runs every CASE.json of a folder of Keras recordings in Chromium on each engine and compares step by step.
 */
import { readFile, readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { chromiumOptions } from '../chromiumOptions.mjs';
import { servePage } from '../servePage.mjs';

/** The tolerances of the fixtures' README: absolute, on the loss (nats). */
const EARLY_STEPS = 50;
const EARLY_TOLERANCE = 1e-4;
const LATE_TOLERANCE = 2e-3;

/** Most of the time goes into compiling shaders, which a browser does on one thread. */
const BROWSERS = 2;

/** @type {import('../../src/engine/engine').EngineName[]} */
const ENGINES = ['wasm', 'tfjs-wasm', 'cpu', 'webgpu', 'webgl', 'tfjs-webgpu'];

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    engine: { type: 'string' },
    steps: { type: 'string' },
    case: { type: 'string' },
    nodes: { type: 'string' },
  },
});
const folder = resolve(positionals[0] ?? fail('name a folder of fixtures: npm run parity -- DIR'));
const engines = options.engine === undefined ? ENGINES : options.engine.split(',').map(engineNamed);
const steps = options.steps === undefined ? null : Number(options.steps);
if (steps !== null && !(Number.isInteger(steps) && steps > 0))
  fail('--steps takes a whole number, 1 or more');

const nodes = Number(options.nodes ?? 1);
if (!(Number.isInteger(nodes) && nodes > 0)) fail('--nodes takes a whole number, 1 or more');

const cases = (await readdir(folder))
  .filter((file) => file.endsWith('.json'))
  .map((file) => basename(file, '.json'))
  .filter((name) => options.case === undefined || options.case.split(',').includes(name));
if (cases.length === 0) fail(`${folder} holds no CASE.json`);

const server = await servePage(import.meta.dirname, 4190, [casesAt()]);
let passed = 0;
let failed = 0;
try {
  const waiting = [...cases];
  await Promise.all(Array.from({ length: Math.min(BROWSERS, cases.length) }, () => compareAll(waiting)));
} finally {
  await server.close();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * Takes one case after the other, until none waits, and compares it on every engine.
 *
 * @param {string[]} waiting
 */
async function compareAll(waiting) {
  const browser = await chromium.launch(chromiumOptions);
  try {
    const page = await browser.newPage();
    await page.goto(server.address);
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      const file = JSON.parse(await readFile(join(folder, `${name}.json`), 'utf8'));
      for (const engine of engines) {
        const report = await page.evaluate((request) => window.runCase(request), {
          name,
          engine,
          nodes,
          steps,
        });
        const { line, holds } = judge(file, report);
        console.log(`${holds ? 'ok  ' : 'FAIL'}  ${name.padEnd(24)} ${engine.padEnd(7)} ${line}`);
        if (holds) passed++;
        else failed++;
      }
    }
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('./fixture').FixtureFile} file
 * @param {import('./case.worker').CaseReport} report
 */
function judge(file, report) {
  if ('failure' in report) return { line: report.failure, holds: false };
  const differences = report.losses.map((loss, step) => Math.abs(loss - file.loss[step]));
  const early = Math.max(...differences.slice(0, EARLY_STEPS));
  const late = Math.max(0, ...differences.slice(EARLY_STEPS));
  const testDifference = report.test && file.test ? Math.abs(report.test.loss - file.test.loss) : 0;
  const wrongCounts = report.correct.filter((count, step) => count !== file.correct[step]).length;
  const parts = [
    `${report.steps} of ${file.steps} steps`,
    `loss ±${early.toExponential(1)}` +
      (differences.length > EARLY_STEPS ? `, later ±${late.toExponential(1)}` : ''),
    `weights ${report.weightDifference === null ? 'not compared' : `±${report.weightDifference.toExponential(1)}`}`,
    `${wrongCounts} steps count other right answers`,
  ];
  if (report.test && file.test) {
    parts.push(
      `test loss ±${testDifference.toExponential(1)}, accuracy ${report.test.accuracy} (Keras ${file.test.accuracy.toFixed(4)})`,
    );
  }
  parts.push(`${report.msPerStep.toFixed(0)} ms/step on ${report.device}`);
  // A comparison with NaN is false, so a loss that is no number does not hold.
  const holds = early <= EARLY_TOLERANCE && late <= LATE_TOLERANCE && testDifference <= LATE_TOLERANCE;
  return { line: parts.join('; '), holds };
}

/** Adds the folder's files to the runner page, at /case/. */
function casesAt() {
  /** @type {import('vite').Plugin} */
  const plugin = {
    name: 'cases',
    configurePreviewServer: ({ middlewares }) => {
      middlewares.use('/case/', (request, response, next) => {
        readFile(join(folder, basename(request.url ?? ''))).then((bytes) => response.end(bytes), next);
      });
    },
  };
  return plugin;
}

/** @param {string} name */
function engineNamed(name) {
  return (
    ENGINES.find((engine) => engine === name) ??
    fail(`no engine is called ${name}; there are ${ENGINES.join(', ')}`)
  );
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(2);
}
