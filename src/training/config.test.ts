import { describe, expect, test } from 'vitest';
import { articleConfig, totalSteps, usualConfig, withPreset } from './config';

describe('withPreset', () => {
  test('another model keeps the settings', () => {
    const config = { ...articleConfig, epochs: 3, schedule: 'cosine' } as const;
    expect(withPreset(config, 'lenet')).toEqual({ ...config, preset: 'lenet' });
  });

  test('a recipe comes whole and goes, but for what the visitor changed', () => {
    const recipe = withPreset({ ...articleConfig, epochs: 3, seed: 7 }, 'fast99');
    expect(recipe).toEqual({ ...usualConfig('fast99'), seed: 7 });
    expect(withPreset({ ...recipe, batchSize: 64 }, 'lenet')).toEqual({
      ...articleConfig,
      preset: 'lenet',
      seed: 7,
      batchSize: 64,
    });
  });

  test('a recipe holds out images only where enough are used', () => {
    expect(withPreset(articleConfig, 'robust').validationCount).toBe(5000);
    expect(withPreset({ ...articleConfig, imageCount: 5000 }, 'robust').validationCount).toBe(0);
  });

  test('the learning rate of a recipe gives way to the one usual for the optimizer', () => {
    const recipe = { ...usualConfig('fast99'), optimizer: 'sgd' } as const;
    expect(withPreset(recipe, 'lenet')).toMatchObject({ optimizer: 'sgd', learningRate: 0.01 });
    expect(withPreset(usualConfig('fast99'), 'lenet').learningRate).toBe(0.001);
  });
});

test('the last batch of an epoch is a step however small', () => {
  expect(totalSteps(usualConfig('fast99'))).toBe(469);
});
