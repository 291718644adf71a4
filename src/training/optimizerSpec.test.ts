import { expect, test } from 'vitest';
import { articleConfig } from './config';
import { optimizerSpec } from './optimizerSpec';

const betas = { beta1: 0.7, beta2: 0.9 };

test('Adam takes the betas that were set, the other optimizers ignore them', () => {
  expect(optimizerSpec({ ...articleConfig, ...betas })).toEqual({ name: 'adam', ...betas, epsilon: 1e-7 });
  expect(optimizerSpec({ ...articleConfig, ...betas, optimizer: 'sgd' })).toEqual({ name: 'sgd' });
});
