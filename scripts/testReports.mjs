/**
 * What a check found.
 *
 * @typedef {{ passed: number, failed: number, skips: readonly string[] }} Outcome skips: a line for each
 */

const NO_REASON = 'no reason given';

/**
 * @typedef {{ status: string, fullName: string }} VitestTest
 * @typedef {{ testResults: readonly { assertionResults: readonly VitestTest[] }[] }} VitestReport
 */

/**
 * Counts the tests in a report of vitest's `json` reporter. It has no place for the reason of a skip.
 *
 * @param {string} json
 * @returns {Outcome}
 */
export function readVitestReport(json) {
  /** @type {VitestReport} */
  const { testResults } = JSON.parse(json);
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed');
  const failed = tests.filter(({ status }) => status === 'failed');
  const skipped = tests.filter((test) => !passed.includes(test) && !failed.includes(test));
  return {
    passed: passed.length,
    failed: failed.length,
    skips: skipped.map(({ fullName }) => `${fullName.trim()}: ${NO_REASON}`),
  };
}

/**
 * @typedef {{ type: string, description?: string }} Annotation
 * @typedef {{ status: string, annotations: readonly Annotation[] }} PlaywrightTest
 * @typedef {{ title: string, tests: readonly PlaywrightTest[] }} PlaywrightSpec
 * @typedef {{ specs: readonly PlaywrightSpec[], suites?: readonly PlaywrightSuite[] }} PlaywrightSuite
 */

/**
 * Counts the tests in a report of Playwright's `json` reporter. One that passed on a retry has passed.
 *
 * @param {string} json
 * @returns {Outcome}
 */
export function readPlaywrightReport(json) {
  /** @type {{ suites: readonly PlaywrightSuite[] }} */
  const { suites } = JSON.parse(json);
  const tests = suites
    .flatMap(specsOf)
    .flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })));
  const passed = tests.filter(({ status }) => status === 'expected' || status === 'flaky');
  const skipped = tests.filter(({ status }) => status === 'skipped');
  return {
    passed: passed.length,
    failed: tests.length - passed.length - skipped.length,
    skips: skipped.map(({ title, annotations }) => `${title}: ${skipReason(annotations)}`),
  };
}

/**
 * @param {PlaywrightSuite} suite
 * @returns {readonly PlaywrightSpec[]}
 */
function specsOf({ specs, suites = [] }) {
  return [...specs, ...suites.flatMap(specsOf)];
}

/** @param {readonly Annotation[]} annotations */
function skipReason(annotations) {
  const skip = annotations.find(({ type }) => type === 'skip' || type === 'fixme');
  return skip?.description ?? NO_REASON;
}
