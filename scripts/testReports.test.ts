import { describe, expect, it } from 'vitest';
import { readPlaywrightReport, readVitestReport } from './testReports.mjs';

describe('readVitestReport', () => {
  it('counts tests over all files', () => {
    const test = (status: string) => ({ status, fullName: ` a test that is ${status}` });
    const report = {
      testResults: [
        { assertionResults: [test('passed'), test('failed'), test('passed')] },
        { assertionResults: [] },
        { assertionResults: [test('skipped'), test('todo')] },
      ],
    };
    expect(readVitestReport(JSON.stringify(report))).toEqual({
      passed: 2,
      failed: 1,
      skips: ['a test that is skipped: no reason given', 'a test that is todo: no reason given'],
    });
  });
});

describe('readPlaywrightReport', () => {
  it('counts tests in nested suites and tells why some were skipped', () => {
    const spec = (title: string, ...statuses: string[]) => ({
      title,
      tests: statuses.map((status) => ({ status, annotations: [] })),
    });
    const skipped = {
      title: 'trains on WebGPU',
      tests: [{ status: 'skipped', annotations: [{ type: 'skip', description: 'no adapter here' }] }],
    };
    const report = {
      suites: [
        {
          specs: [spec('twice', 'expected', 'unexpected')],
          suites: [{ specs: [spec('late', 'flaky'), skipped] }],
        },
        { specs: [spec('quiet', 'skipped')] },
      ],
    };
    expect(readPlaywrightReport(JSON.stringify(report))).toEqual({
      passed: 2,
      failed: 1,
      skips: ['trains on WebGPU: no adapter here', 'quiet: no reason given'],
    });
  });
});
