import { expect, test } from 'vitest';
import { articleConfig } from '../../training/config';
import { sameStartConfigs } from './sameStartConfigs';

test('runs of the same start differ in optimizer and learning rate alone', () => {
  const config = {
    ...articleConfig,
    learningRate: 0.5,
    seed: 7,
    rateChanges: [{ step: 3, learningRate: 1 }],
  };
  const same = { ...config, rateChanges: [] };
  expect(sameStartConfigs(config, ['sgd', 'adam'])).toEqual([
    { ...same, optimizer: 'sgd', learningRate: 0.01 },
    { ...same, optimizer: 'adam', learningRate: 0.001 },
  ]);
});
