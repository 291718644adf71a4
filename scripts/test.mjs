// npm test: every check there is, in order. A failure does not keep the others from running.
// The last line counts tests: each of vitest's and Playwright's, and one for every other check.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './run.mjs';
import { readPlaywrightReport, readVitestReport } from './testReports.mjs';

/** @typedef {import('./testReports.mjs').Outcome} Outcome */

/**
 * @typedef {object} Check
 * @property {string} title
 * @property {readonly string[]} command
 * @property {Record<string, string>} [environment]
 * @property {string} [needs] the title of the check without which this one means nothing
 * @property {{ path: string, read: (json: string) => Outcome }} [report] where the command counts its tests
 */

const reports = mkdtempSync(join(tmpdir(), 'gradpad-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

/** @type {readonly Check[]} */
const checks = [
  { title: 'Formatting', command: ['prettier', '--check', '.'] },
  { title: 'Types', command: ['tsc'] },
  { title: 'Lint', command: ['eslint', '.'] },
  { title: 'Unused code', command: ['knip'] },
  {
    title: 'Unit tests',
    command: ['vitest', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    report: { path: vitestReport, read: readVitestReport },
  },
  { title: 'Build', command: ['vite', 'build'] },
  { title: 'Bundle', command: ['node', 'scripts/checkBundle.mjs'], needs: 'Build' },
  {
    title: 'Keras parity',
    command: ['node', 'scripts/parity/parity.mjs', 'scripts/parity/fixtures'],
  },
  {
    title: 'Browser tests',
    command: ['playwright', 'test', '--config', 'e2e/playwright.config.ts', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    needs: 'Build',
    report: { path: playwrightReport, read: readPlaywrightReport },
  },
];

const outcomes = run('node', ['scripts/setup.mjs', '--browser'])
  ? runAll(checks)
  : [{ passed: 0, failed: 1, skips: [] }];
rmSync(reports, { recursive: true });

const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
const skips = outcomes.flatMap((outcome) => outcome.skips);
for (const skip of skips) console.log(`skipped: ${skip}`);
console.log(`${passed} passed, ${failed} failed${skips.length > 0 ? `, ${skips.length} skipped` : ''}`);
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {readonly Check[]} checks
 * @returns {readonly Outcome[]}
 */
function runAll(checks) {
  /** @type {Map<string, Outcome>} */
  const outcomes = new Map();
  for (const check of checks) {
    const { title, needs } = check;
    console.log(`\n── ${title} ${'─'.repeat(60 - title.length)}`);
    const startMs = performance.now();
    const isPossible = needs === undefined || outcomes.get(needs)?.failed === 0;
    const outcome = isPossible
      ? perform(check)
      : { passed: 0, failed: 0, skips: [`${title}: ${needs} failed`] };
    outcomes.set(title, outcome);
    const seconds = ((performance.now() - startMs) / 1000).toFixed(1);
    console.log(`── ${title}: ${verdict(outcome)} after ${seconds} s`);
  }
  console.log('');
  return [...outcomes.values()];
}

/**
 * @param {Check} check
 * @returns {Outcome}
 */
function perform({ command: [program, ...args], environment, report }) {
  const endedWell = run(program, args, environment);
  if (report === undefined) return { passed: endedWell ? 1 : 0, failed: endedWell ? 0 : 1, skips: [] };
  try {
    const outcome = report.read(readFileSync(report.path, 'utf8'));
    // Such as a test file that could not be loaded: no test of it failed, and yet something did.
    return endedWell ? outcome : { ...outcome, failed: Math.max(outcome.failed, 1) };
  } catch (error) {
    console.error(`${program} left no report: ${error}`);
    return { passed: 0, failed: 1, skips: [] };
  }
}

/** @param {Outcome} outcome */
function verdict({ passed, failed, skips }) {
  if (failed > 0) return 'FAILED';
  if (passed === 0) return 'skipped';
  return skips.length > 0 ? 'passed, with skips' : 'passed';
}
