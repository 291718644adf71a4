/**
 * npm run bench [-- --models article,lenet --batches 32,128,512 --contestants wasm:1,keras,… --rounds 3 …]
 *
 * How long a training step takes: our engines and everybody else who can train the same model, side by side in one run
 * (bench/README.md). Contestants take turns, so that whatever else the machine does meets them all alike. Prints a table
 * for each model and batch size and writes every sample to bench/results/steps.json.
 */
import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, platform, release, totalmem } from 'node:os';
import { root } from '../scripts/root.mjs';
import { openBrowserTurns } from './steps/browserTurns.mjs';
import { openKerasTurns } from './steps/kerasTurns.mjs';
import { CHECKED_STEPS } from './steps/lossCheck.mjs';
import { measureTogether } from './steps/measureTogether.mjs';
import { openNodeTurns } from './steps/nodeTurns.mjs';
import { readOptions } from './steps/options.mjs';
import { summarise } from './steps/summarise.mjs';
import { printStepCommands, printTable } from './steps/table.mjs';

/** The product reads results back ten times a second. */
const GROUP_MS = 100;
/** `fit` is made for long runs and has a cost of its own at each call. */
const FIT_GROUP_MS = 1000;
const WARM_UP_MS = 500;
const TIMED_MS = 1000;

const startedAt = performance.now();
const options = readOptions();
const turns = options.withoutBrowser ? openNodeTurns() : await openBrowserTurns(options);
const keras = await startKeras();
const contestants = options.contestants.filter((name) => name !== 'keras' || keras !== null);
const machine = {
  processor: cpus()[0].model,
  cores: cpus().length,
  memoryGigabytes: Math.round(totalmem() / 1e9),
  system: `${platform()} ${release()}`,
  runtime: turns.version,
  keras: keras?.versions ?? null,
  idlePageMegabytes: await turns.idleMegabytes(),
  loadAverage: loadavg(),
};
console.log(`${machine.processor}, ${machine.cores} cores, ${machine.runtime}`);
if (machine.idlePageMegabytes !== null)
  console.log(`A page that trains nothing takes ${Math.round(machine.idlePageMegabytes)} MB.`);

/** @type {object[]} */
const results = [];
let isAnyWrong = false;
try {
  for (const preset of options.models) await measureModel(preset);
} finally {
  keras?.close();
  await turns.close();
}
const minutes = (performance.now() - startedAt) / 60_000;
console.log(`\n${minutes.toFixed(0)} minutes; every sample is in bench/results/steps.json.`);
if (isAnyWrong) {
  console.error('A contestant does not train what the others train; its line above says so.');
  process.exitCode = 1;
}

/** @param {import('./steps/turn').TurnRequest['preset']} preset */
async function measureModel(preset) {
  const model = await turns.describeModel(preset);
  /** Who has no more turns on this model, and why. @type {Map<string, string>} */
  const out = new Map();
  /** The last step time (ms) that was measured, and at which batch size. @type {Map<string, { batchSize: number, stepMs: number }>} */
  const last = new Map();

  for (const batchSize of options.batchSizes) {
    for (const [name, { batchSize: smaller, stepMs }] of last) {
      const estimateMs = (stepMs * batchSize) / smaller;
      if (estimateMs > options.longestStepMs)
        out.set(name, `skipped: ${estimateSentence(estimateMs, smaller)}`);
    }
    const request = {
      preset,
      batchSize,
      checkedSteps: CHECKED_STEPS,
      warmUpMs: WARM_UP_MS,
      timedMs: TIMED_MS,
      minimumGroups: 1,
    };
    const measurements = await measureTogether({
      contestants: contestants.filter((name) => !out.has(name)),
      rounds: options.rounds,
      expectedLosses: await ourLosses(preset, batchSize),
      takeTurn: (contestant) =>
        contestant === 'keras' && keras !== null
          ? keras.take({ ...request, ...model, groupMs: FIT_GROUP_MS })
          : turns.take({
              ...request,
              contestant,
              groupMs: contestant.startsWith('fit-') ? FIT_GROUP_MS : GROUP_MS,
            }),
    });
    const { reference, rows } = summarise(measurements, options.against);
    for (const { contestant, stepMs } of rows) last.set(contestant, { batchSize, stepMs: stepMs.median });
    for (const { contestant, failure, isWrong } of measurements) {
      if (failure === null) continue;
      out.set(contestant, `failed at batch ${batchSize}: ${failure}`);
      isAnyWrong ||= isWrong;
    }
    const absent = [...out].map(([contestant, reason]) => ({ contestant, reason }));
    printTable(`${preset}, batch ${batchSize}`, reference, rows, absent);
    printStepCommands(rows);
    results.push({ preset, batchSize, reference, rows, absent, measurements });
    // After each table, so that a run that is cut short keeps what it measured.
    await mkdir(`${root}bench/results`, { recursive: true });
    await writeFile(
      `${root}bench/results/steps.json`,
      JSON.stringify({ machine, options, results }, null, 1),
    );
  }
}

/**
 * The losses of our engine's first steps, which everybody's must equal.
 *
 * @param {import('./steps/turn').TurnRequest['preset']} preset
 * @param {number} batchSize
 */
async function ourLosses(preset, batchSize) {
  const { report } = await turns.take({
    contestant: 'wasm:1',
    preset,
    batchSize,
    groupMs: 0,
    checkedSteps: CHECKED_STEPS,
    warmUpMs: 0,
    timedMs: 0,
    minimumGroups: CHECKED_STEPS,
  });
  return report.losses.map(({ loss }) => loss).slice(0, CHECKED_STEPS);
}

/** Null, and a line that says why, where there is none. */
async function startKeras() {
  if (!options.contestants.includes('keras')) return null;
  if (options.python === undefined) {
    console.log('keras: left out; --python PATH names a Python with TensorFlow.');
    return null;
  }
  try {
    const turns = await openKerasTurns(options.python);
    const { keras: kerasVersion, tensorflow, startMs } = turns.versions;
    console.log(
      `Keras ${kerasVersion} on TensorFlow ${tensorflow} was ready after ${(startMs / 1000).toFixed(1)} s.`,
    );
    return turns;
  } catch (error) {
    console.log(`keras: left out; ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

/** @param {number} estimateMs @param {number} smaller */
function estimateSentence(estimateMs, smaller) {
  const [seconds, limit] = [estimateMs, options.longestStepMs].map((ms) => (ms / 1000).toFixed(0));
  return `by its time at batch ${smaller} a step would take about ${seconds} s (--longest-step ${limit})`;
}
