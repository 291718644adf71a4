import { expect, test } from 'vitest';
import { articleConfig } from '../../training/config';
import { recentErrors } from './recentErrors';

test('wrong answers are counted over a tenth of an epoch', () => {
  // 20 batches in an epoch, the last of 2 images: two are a tenth.
  const config = { ...articleConfig, imageCount: 78, batchSize: 4 };
  const correct = [1, 3, 4, ...new Array<number>(16).fill(4), 1, 4];
  const errors = recentErrors(config, correct);
  expect([...errors.slice(0, 4)]).toEqual([3 / 4, 4 / 8, 1 / 8, 0]);
  expect([...errors.slice(18)]).toEqual([0, 1 / 6, 1 / 6].map(Math.fround));
});

test('where an epoch is one step, each stands alone', () => {
  const config = { ...articleConfig, optimizer: 'gradientDescent', imageCount: 10 } as const;
  expect([...recentErrors(config, [5, 10])]).toEqual([0.5, 0]);
});
