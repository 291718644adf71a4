import { cpus } from 'node:os';
import { parseArgs } from 'node:util';

/** Numbers of nodes of our WASM engine that take part unasked, where there is a processor for each. */
const NODES = [1, 2, 4, 8];
const BACKENDS = ['wasm', 'webgl', 'webgpu', 'cpu'];
/** Those of jax-js that take part unasked; on `webgl` in software a step takes seconds. */
const JAX_DEVICES = ['wasm', 'webgpu'];

function defaultContestants() {
  const nodes = NODES.filter((count) => count <= cpus().length);
  return [
    'webgpu',
    ...nodes.map((count) => `wasm:${count}`),
    'keras',
    'webgl',
    'tfjs-webgpu',
    'tfjs-wasm',
    'cpu',
    ...BACKENDS.map((backend) => `fit-${backend}`),
    ...JAX_DEVICES.flatMap((device) => [`jax-jit-${device}`, `jax-demo-${device}`]),
  ];
}

/** A batch may hold all images of a turn (turn.ts). */
const LARGEST_BATCH = 10_000;

const KNOWN =
  /^(wasm(:[1-9]\d*)?|webgpu|webgl|tfjs-(webgpu|wasm)|cpu|keras|fit-(wasm|webgl|webgpu|cpu)|jax-(jit|demo)-(wasm|webgl|webgpu))$/;

/** The command line of the run; says what is wrong with it and ends. */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      models: { type: 'string', default: 'article,lenet' },
      batches: { type: 'string', default: '32,128,512' },
      contestants: { type: 'string', default: defaultContestants().join(',') },
      rounds: { type: 'string', default: '3' },
      against: { type: 'string' },
      python: { type: 'string' },
      gpu: { type: 'string', default: 'software' },
      'without-browser': { type: 'boolean', default: false },
      'longest-step': { type: 'string', default: '5' },
    },
  });
  const { gpu } = values;
  if (gpu !== 'software' && gpu !== 'hardware') fail('--gpu takes software or hardware');
  return {
    models: values.models.split(',').map(modelNamed),
    batchSizes: values.batches.split(',').map((text) => positive('--batches', text, isBatchSize)),
    contestants: values.contestants.split(',').map(contestantNamed),
    rounds: positive('--rounds', values.rounds, Number.isInteger),
    against: values.against === undefined ? undefined : contestantNamed(values.against),
    python: values.python,
    gpu: /** @type {'software' | 'hardware'} */ (gpu),
    withoutBrowser: values['without-browser'],
    longestStepMs: 1000 * positive('--longest-step', values['longest-step'], Number.isFinite),
  };
}

/** @param {number} value */
const isBatchSize = (value) => Number.isInteger(value) && value <= LARGEST_BATCH;

/** `wasm` is one node of ours. @param {string} name */
function contestantNamed(name) {
  if (!KNOWN.test(name)) fail(`no contestant is called ${name}; bench/README.md names them`);
  return name === 'wasm' ? 'wasm:1' : name;
}

/** @param {string} name */
function modelNamed(name) {
  if (name !== 'article' && name !== 'lenet') fail(`--models takes article and lenet, not ${name}`);
  return name;
}

/** @param {string} option @param {string} text @param {(value: number) => boolean} isAllowed */
function positive(option, text, isAllowed) {
  const value = Number(text);
  if (!(isAllowed(value) && value > 0)) fail(`${option} does not take ${text}`);
  return value;
}

/** @param {string} message @returns {never} */
function fail(message) {
  console.error(message);
  process.exit(2);
}
