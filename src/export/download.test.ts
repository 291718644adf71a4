import { expect, test } from 'vitest';
import { articleConfig } from '../training/config';
import { chartFileName, fileName } from './download';

const run = { config: articleConfig, startedAt: Date.UTC(2025, 2, 4, 23, 59) };

test('a file is named for what the run was and its day', () => {
  expect(fileName(run, 'csv')).toBe('gradpad-article-adam-seed-1-2025-03-04.csv');
  const descent = { ...articleConfig, optimizer: 'gradientDescent', seed: 2 ** 32 - 1 } as const;
  expect(fileName({ ...run, config: descent }, 'gradpad.gz')).toBe(
    'gradpad-article-gradientDescent-seed-4294967295-2025-03-04.gradpad.gz',
  );
});

test('a chart is named for what it shows, and of which runs', () => {
  expect(chartFileName('loss', [run], 'svg')).toBe('gradpad-loss-article-adam-seed-1-2025-03-04.svg');
  const later = { config: { ...articleConfig, optimizer: 'sgd' }, startedAt: Date.UTC(2025, 2, 5) } as const;
  expect(chartFileName('loss', [later, run, run], 'png')).toBe(
    'gradpad-loss-article-sgd-adam-3-runs-2025-03-05.png',
  );
});

test('nothing in it can lead elsewhere', () => {
  // A file from elsewhere may name any preset.
  const preset = '../../.ssh/<x>' as 'article';
  expect(fileName({ ...run, config: { ...articleConfig, preset } }, 'csv')).toBe(
    'gradpad-ssh-x-adam-seed-1-2025-03-04.csv',
  );
});
