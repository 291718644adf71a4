import { describe, expect, test } from 'vitest';
import { totalSteps } from '../../training/config';
import { en } from '../../words/en';
import { zhCN } from '../../words/zhCN';
import { exampleRun } from './exampleRun';
import { canContinue, nameOf } from './storedRun';

test('a run is called what it is, until somebody names it', () => {
  expect(nameOf(exampleRun, en)).toBe('Article · Adam · 0.001');
  expect(nameOf(exampleRun, zhCN)).toBe('原文 · Adam · 0.001');
  expect(nameOf({ ...exampleRun, name: 'The good one' }, en)).toBe('The good one');
});

describe('a run can be continued', () => {
  const last = totalSteps(exampleRun.config);

  test.each(['unfinished', 'stopped', 'failed'] as const)('where it is %s before its end', (status) => {
    expect(canContinue({ ...exampleRun, status })).toBe(true);
  });

  test('where only the test is left', () => {
    expect(canContinue({ ...exampleRun, status: 'unfinished', step: last })).toBe(true);
  });

  test('but not when it is done, or failed at its end', () => {
    expect(canContinue({ ...exampleRun, status: 'done', step: last })).toBe(false);
    expect(canContinue({ ...exampleRun, status: 'failed', step: last })).toBe(false);
  });
});
