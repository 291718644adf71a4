import { expect, test } from 'vitest';
import { articleConfig } from '../../training/config';
import { differences } from './differences';

test('equal settings do not differ', () => {
  expect(differences([articleConfig, { ...articleConfig, rateChanges: [] }])).toEqual([]);
  expect(differences([articleConfig])).toEqual([]);
  expect(differences([])).toEqual([]);
});

test('one run that differs is enough', () => {
  const configs = [
    articleConfig,
    { ...articleConfig, seed: 2 },
    { ...articleConfig, epochs: 1, rateChanges: [{ step: 10, learningRate: 0.1 }] },
  ];
  expect(differences(configs)).toEqual(['epochs', 'seed', 'rateChanges']);
});

test('what a run does not use is no difference', () => {
  const sgd = { ...articleConfig, optimizer: 'sgd' } as const;
  expect(differences([sgd, { ...sgd, beta1: 0.5, patience: 3 }])).toEqual([]);
  expect(differences([sgd, articleConfig])).toEqual(['optimizer']);
  expect(differences([sgd, articleConfig, { ...articleConfig, beta1: 0.5 }])).toEqual(['optimizer', 'beta1']);
});

test('with images held out, patience is one', () => {
  const heldOut = { ...articleConfig, validationCount: 10 };
  expect(differences([heldOut, { ...heldOut, patience: 2 }])).toEqual(['patience']);
});

test('gradient descent takes all images at once, whatever its batch size', () => {
  const whole = { ...articleConfig, optimizer: 'gradientDescent' } as const;
  expect(differences([whole, { ...whole, batchSize: 64 }])).toEqual([]);
  expect(differences([whole, { ...whole, optimizer: 'sgd' }])).toEqual(['optimizer', 'batchSize']);
});
